package io.github.sammaven.plugin.console;

import io.github.sammaven.core.operate.logs.LogJson;
import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.LogSink;
import io.github.sammaven.core.operate.logs.lambda.LambdaLine;
import io.github.sammaven.core.operate.logs.lambda.LambdaLineReader;
import io.github.sammaven.core.operate.logs.lambda.LogFigures;
import io.github.sammaven.core.operate.logs.lambda.RequestGrouping;
import io.github.sammaven.core.operate.logs.lambda.RequestLog;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints log lines as they come. */
public final class LogConsole implements LogSink {

    private static final int BUFFER_BYTES = 65_536;

    private final PrintStream out;
    private final Layout layout;
    private final LogText text;
    private final LogFigures figures = new LogFigures();
    private final RequestGrouping grouping = new RequestGrouping(this::print);
    private boolean empty = true;

    /** How lines are shown. */
    public enum Layout {
        /** One raw event per line. */
        JSON,
        TEXT,
        /** Text, the lines of a request together. */
        BY_REQUEST
    }

    public LogConsole(PrintStream out, Layout layout, LogText text) {
        this.out = out;
        this.layout = layout;
        this.text = text;
    }

    /** The standard output of the process, buffered: Maven 4 sends what is written to {@code System.out} through its log. */
    public static PrintStream standardOutput() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
                false,
                StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void line(LogLine line) {
        empty = false;
        if (layout == Layout.JSON) {
            out.println(LogJson.event(line.event()));
            return;
        }
        LambdaLine read = LambdaLineReader.read(line.event().message());
        figures.add(line, read);
        if (layout == Layout.BY_REQUEST) {
            grouping.add(line, read);
        } else {
            out.println(text.line(line, read));
        }
    }

    @Override
    public synchronized void pause() {
        grouping.pause();
        out.flush();
    }

    /** Prints what is still held back. */
    public synchronized void end() {
        grouping.end();
        out.flush();
    }

    /** Whether there was no line so far. */
    public synchronized boolean isEmpty() {
        return empty;
    }

    /** One line for each function that reported requests; none for JSON. */
    public synchronized List<String> figures() {
        return figures.figures().stream().map(LogText::figures).toList();
    }

    private void print(RequestLog request) {
        text.request(request).forEach(out::println);
    }
}
