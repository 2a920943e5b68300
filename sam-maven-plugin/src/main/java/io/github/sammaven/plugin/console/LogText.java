package io.github.sammaven.plugin.console;

import io.github.sammaven.core.operate.logs.LogJson;
import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.lambda.FunctionFigures;
import io.github.sammaven.core.operate.logs.lambda.InvocationReport;
import io.github.sammaven.core.operate.logs.lambda.LambdaLine;
import io.github.sammaven.core.operate.logs.lambda.RequestLog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Log lines, requests and figures as text. */
public final class LogText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String UNDERLINE = "4";
    private static final List<String> OF_FUNCTIONS = List.of("36", "32", "35", "34", "96", "92", "95", "94");

    private final boolean colour;
    private final Optional<Pattern> marked;
    private final ZoneId zone;

    /**
     * @param colour whether it goes to a terminal that shows colours
     * @param filter what was searched for, which is underlined if it is plain words
     * @param zone of the times
     */
    public LogText(boolean colour, Optional<String> filter, ZoneId zone) {
        this.colour = colour;
        this.zone = zone;
        this.marked = filter.map(text -> text.replaceFirst("^\"(.*)\"$", "$1"))
                .filter(text -> !text.isBlank() && text.chars().noneMatch(sign -> "{[?%-\"".indexOf(sign) >= 0))
                .map(text -> Pattern.compile(Pattern.quote(text)));
    }

    /** {@code Orders 2026-11-21T14:30:00.123+01:00 message}; an object is indented, Lambda's own words are one line. */
    public String line(LogLine line, LambdaLine read) {
        return head(line.source().label(), line.event().timestamp())
                + message(line.event().message(), read);
    }

    /** The request with its figures, and its lines indented below. */
    public List<String> request(RequestLog request) {
        List<String> lines = new ArrayList<>();
        String figures = request.report().map(LogText::figures).orElse("no report");
        String status = request.failed() ? painted("FAILED", RED) + "  " : "";
        lines.add(head(request.source().label(), request.time())
                + request.requestId().orElse("(no request)") + "  " + status + figures);
        request.lines()
                .forEach(event -> lines.add(
                        "  " + underlined(LogJson.readable(event.message())).replace("\n", "\n  ")));
        return lines;
    }

    /** {@code Orders  12 calls, 1 error, 2 cold starts, p50 3.4 ms, p95 12.1 ms, max 90.0 ms, 88 of 512 MB}. */
    public static String figures(FunctionFigures function) {
        return function.function() + "  " + Units.count(function.calls(), "call") + ", "
                + Units.count(function.errors(), "error") + ", "
                + Units.count(function.coldStarts(), "cold start") + ", p50 "
                + millis(function.p50Ms()) + ", p95 " + millis(function.p95Ms()) + ", max " + millis(function.maxMs())
                + ", " + function.maxMemoryMb() + " of " + function.memoryMb() + " MB";
    }

    private static String figures(InvocationReport report) {
        String init = report.initMs().isPresent()
                ? ", cold start " + millis(report.initMs().getAsDouble())
                : "";
        String status = report.isFailure() ? ", status " + report.status() : "";
        return millis(report.durationMs()) + ", billed " + millis(report.billedMs()) + ", " + report.maxMemoryMb()
                + " of " + report.memoryMb() + " MB" + init + status;
    }

    private String message(String message, LambdaLine read) {
        boolean json = message.startsWith("{");
        String text =
                json && read.kind() != LambdaLine.Kind.OUTPUT ? platform(message, read) : LogJson.readable(message);
        boolean failed = read.kind() == LambdaLine.Kind.FAILURE
                || read.report().filter(InvocationReport::isFailure).isPresent();
        return failed ? painted(text, RED) : underlined(text);
    }

    private static String platform(String message, LambdaLine read) {
        String id = read.requestId().map(known -> " " + known).orElse("");
        return switch (read.kind()) {
            case START, END -> read.kind() + id;
            case REPORT ->
                "REPORT" + id
                        + read.report().map(report -> "  " + figures(report)).orElse("");
            default -> message.stripTrailing();
        };
    }

    private String head(String label, long time) {
        String function = OF_FUNCTIONS.get(Math.floorMod(label.hashCode(), OF_FUNCTIONS.size()));
        return painted(label, function) + " "
                + painted(TIME.format(Instant.ofEpochMilli(time).atZone(zone)), YELLOW) + " ";
    }

    private String underlined(String text) {
        return !colour || marked.isEmpty()
                ? text
                : marked.get()
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(painted(found.group(), UNDERLINE)));
    }

    private String painted(String text, String code) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }
}
