package io.github.sammaven.core.aws;

import java.util.Map;
import java.util.Optional;

/**
 * What can be sent something once it is deployed. Parameters are those of the service's API, by the names it gives them.
 * Methods throw a {@code SamException} with the way out when the service refuses.
 */
public interface RemoteTargets {

    /**
     * The end of the log is left out if the service gives none for this function.
     *
     * @throws TransientServiceException if the function is being made or changed, and can be called a little later
     */
    FunctionReply invoke(FunctionCall call);

    /** Whether the executions of a state machine are express ones; false if the service does not say. */
    boolean isExpress(String stateMachine);

    /** Runs an express execution to its end; it takes five minutes at most. */
    ExecutionState runExpress(String stateMachine, String input, Map<String, String> parameters);

    /** @return ARN of the execution */
    String start(String stateMachine, String input, Map<String, String> parameters);

    /** Empty for an execution the service tells nothing about, such as one of an express workflow. */
    Optional<ExecutionState> execution(String arn);

    /** The state in which an execution failed, as far as its history tells. */
    Optional<String> failedState(String execution);

    /** @param queue its URL, or its ARN */
    Map<String, String> send(String queue, String body, Map<String, String> parameters);

    /** @param stream its name, or its ARN */
    Map<String, String> put(String stream, String data, Map<String, String> parameters);

    /** A test event that is shared in the console; empty if there is none with that name. */
    Optional<String> testEvent(String function, String name);
}
