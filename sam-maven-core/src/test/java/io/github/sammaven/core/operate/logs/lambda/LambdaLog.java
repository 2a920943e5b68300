package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.LogSource;

/** Lines as Lambda writes them. */
final class LambdaLog {

    static final LogSource ORDERS = new LogSource("Orders", "/aws/lambda/orders", LogSource.Kind.FUNCTION);

    private LambdaLog() {}

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    static LogLine line(String stream, long time, String message) {
        return new LogLine(ORDERS, new LogEvent(stream, time, message, time, stream + time + message));
    }

    static LogLine start(String stream, long time, int request) {
        return line(stream, time, "START RequestId: " + id(request) + " Version: $LATEST\n");
    }

    static LogLine end(String stream, long time, int request) {
        return line(stream, time, "END RequestId: " + id(request) + "\n");
    }

    static LogLine report(String stream, long time, int request, double millis, String more) {
        return line(
                stream,
                time,
                "REPORT RequestId: " + id(request) + "\tDuration: " + millis
                        + " ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\tMax Memory Used: " + (80 + request % 10)
                        + " MB\t" + more);
    }
}
