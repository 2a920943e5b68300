package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.List;

/** What functions wrote into their log groups. Throws as {@link TrafficShifts} does. */
@FunctionalInterface
public interface HookLogs {

    /**
     * The last lines, oldest first; none if there is no such log group.
     *
     * @param since written then or later, by the service's clock
     * @param most how many lines at most
     */
    List<String> last(String logGroup, Instant since, int most);
}
