package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/** Where deployed resources write their logs to, as the services themselves say. May be called from several threads. */
public interface LogDestinations {

    /**
     * Name of the log group of a function.
     *
     * @return empty if Lambda does not tell, for instance because the caller may not ask
     */
    Optional<String> ofFunction(String functionName);

    /**
     * Names of the log groups of a state machine; none if its logging is off.
     *
     * @return empty if Step Functions does not tell
     */
    Optional<List<String>> ofStateMachine(String arn);
}
