package io.github.sammaven.plugin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.LogSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogConsoleTest {

    private static final String ID = "0b1f6a52-1111-4222-8333-444455556666";
    private static final List<String> MESSAGES = List.of(
            "START RequestId: " + ID + " Version: $LATEST\n",
            "{\"level\":\"INFO\",\"message\":\"hello\"}\n",
            "END RequestId: " + ID + "\n",
            "REPORT RequestId: " + ID + "\tDuration: 3.41 ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\t"
                    + "Max Memory Used: 88 MB\tInit Duration: 112.80 ms\t\n");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private LogConsole console(LogConsole.Layout layout, boolean colour) {
        return new LogConsole(
                new PrintStream(printed, false, UTF_8),
                layout,
                new LogText(colour, Optional.of("hello"), ZoneOffset.UTC));
    }

    private List<String> printed(LogConsole console, List<String> messages) {
        LogSource source = new LogSource("Orders", "/aws/lambda/orders", LogSource.Kind.FUNCTION);
        for (int i = 0; i < messages.size(); i++) {
            console.line(new LogLine(source, new LogEvent("s", i, messages.get(i), 9, "id" + i)));
        }
        console.end();
        return printed.toString(UTF_8).lines().toList();
    }

    @Test
    void textHasFunctionTimeAndReadableMessage() {
        LogConsole console = console(LogConsole.Layout.TEXT, false);
        assertThat(printed(console, MESSAGES))
                .startsWith(
                        "Orders 1970-01-01T00:00:00.000Z START RequestId: " + ID + " Version: $LATEST",
                        "Orders 1970-01-01T00:00:00.001Z {",
                        "  \"level\": \"INFO\",",
                        "  \"message\": \"hello\"",
                        "}");
        assertThat(console.figures())
                .containsExactly(
                        "Orders  1 call, 0 errors, 1 cold start, p50 3.4 ms, p95 3.4 ms, max 3.4 ms, 88 of 512 MB");
    }

    @Test
    void jsonIsOneRawEventPerLine() {
        assertThat(printed(console(LogConsole.Layout.JSON, false), MESSAGES))
                .hasSize(4)
                .allMatch(line -> line.startsWith("{\"logStreamName\":\"s\",\"timestamp\":"));
    }

    @Test
    void linesOfARequestAreBelowItsFigures() {
        assertThat(printed(console(LogConsole.Layout.BY_REQUEST, false), MESSAGES))
                .containsExactly(
                        "Orders 1970-01-01T00:00:00.000Z " + ID
                                + "  3.4 ms, billed 4.0 ms, 88 of 512 MB, cold start 112.8 ms",
                        "  {",
                        "    \"level\": \"INFO\",",
                        "    \"message\": \"hello\"",
                        "  }");
    }

    @Test
    void failureIsRedAndWhatWasSearchedForUnderlinedOnATerminal() {
        List<String> lines = printed(
                console(LogConsole.Layout.TEXT, true),
                List.of("say hello", "2026-11-21T14:30:00Z " + ID + " Task timed out after 3.00 seconds"));
        assertThat(lines.get(0)).endsWith("say \u001b[4mhello\u001b[0m");
        assertThat(lines.get(1)).contains("\u001b[31m2026-11-21T14:30:00Z " + ID + " Task timed out");
    }
}
