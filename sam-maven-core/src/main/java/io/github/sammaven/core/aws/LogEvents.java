package io.github.sammaven.core.aws;

import java.util.Optional;

/** Events of CloudWatch Logs. May be called from several threads at a time. */
public interface LogEvents {

    /**
     * Some of the events of one log group.
     *
     * @param token {@link LogPage#next} of the page before; empty for the first
     * @return empty if there is no such log group
     * @throws TransientServiceException if it may work later, as when there were too many calls
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the pattern is none
     * @throws io.github.sammaven.core.problem.SamException if it is refused
     */
    Optional<LogPage> page(LogQuery query, Optional<String> token);
}
