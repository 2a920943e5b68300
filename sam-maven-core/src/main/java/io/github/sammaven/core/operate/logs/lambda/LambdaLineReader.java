package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.operate.logs.lambda.LambdaLine.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the lines of Lambda's text format, and leaves those of its JSON format to {@link PlatformJson}. */
public final class LambdaLineReader {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern MARKED = Pattern.compile("(?:START|END|REPORT) RequestId: (" + ID + ")\\b");
    private static final Pattern ANY_ID = Pattern.compile("\\b" + ID + "\\b");
    private static final Pattern FIELD =
            Pattern.compile("(?<=\\s)(Duration|Billed Duration|Memory Size|Max Memory Used|Init Duration"
                    + "|Restore Duration|Status): ([\\w.]+)");
    /** How Lambda and its runtimes say that a request came to no good end. */
    private static final List<String> FAILURES = List.of(
            "Task timed out after ",
            "Process exited before completing request",
            "Runtime exited with error",
            "\tERROR\tInvoke Error",
            "\tERROR\tUncaught Exception");

    /** Own lines have the request's id near their beginning, if at all. */
    private static final int HEAD = 160;

    private LambdaLineReader() {}

    /** Never fails: what is not known is output. */
    public static LambdaLine read(String message) {
        if (message.startsWith("{")) {
            return PlatformJson.read(message);
        }
        Matcher marked = MARKED.matcher(message);
        if (marked.lookingAt()) {
            Optional<String> id = Optional.of(marked.group(1));
            return switch (message.charAt(0)) {
                case 'S' -> LambdaLine.of(Kind.START, id);
                case 'E' -> LambdaLine.of(Kind.END, id);
                default -> new LambdaLine(Kind.REPORT, id, Optional.of(report(message)));
            };
        }
        if (message.startsWith("INIT_START ") || message.startsWith("INIT_REPORT ")) {
            return LambdaLine.of(Kind.PLATFORM, Optional.empty());
        }
        boolean failed = FAILURES.stream().anyMatch(message::contains);
        return LambdaLine.of(failed ? Kind.FAILURE : Kind.OUTPUT, idIn(message));
    }

    private static Optional<String> idIn(String message) {
        Matcher id = ANY_ID.matcher(message.length() > HEAD ? message.substring(0, HEAD) : message);
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }

    private static InvocationReport report(String message) {
        double duration = 0;
        double billed = 0;
        int memory = 0;
        int maxMemory = 0;
        OptionalDouble init = OptionalDouble.empty();
        String status = "";
        Matcher field = FIELD.matcher(message);
        while (field.find()) {
            String value = field.group(2);
            switch (field.group(1)) {
                case "Duration" -> duration = number(value);
                case "Billed Duration" -> billed = number(value);
                case "Memory Size" -> memory = (int) number(value);
                case "Max Memory Used" -> maxMemory = (int) number(value);
                case "Status" -> status = value;
                default -> init = OptionalDouble.of(number(value));
            }
        }
        return new InvocationReport(status, duration, billed, memory, maxMemory, init);
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }
}
