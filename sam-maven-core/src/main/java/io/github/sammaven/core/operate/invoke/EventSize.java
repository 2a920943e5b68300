package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.limits.Quota;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How large an event is, against what its service takes. */
final class EventSize {

    private EventSize() {}

    /**
     * @param of what the service counts together
     * @throws InvalidOptionException if it is more than the service takes
     */
    static void check(Quota quota, String service, String... of) {
        long bytes = 0;
        for (String text : of) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (quota.isExceededBy(bytes)) {
            throw new InvalidOptionException(
                    String.format(
                            Locale.ROOT,
                            "The event is %,d bytes; %s takes at most %,d as %s",
                            bytes,
                            service,
                            quota.value(),
                            quota.name().toLowerCase(Locale.ROOT)),
                    "put it into a bucket and send its place\n" + quota.shownSource());
        }
    }
}
