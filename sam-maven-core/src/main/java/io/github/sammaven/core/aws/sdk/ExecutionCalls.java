package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ExecutionState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;

/** Executions in Step Functions. */
final class ExecutionCalls {

    private static final String SERVICE = "states";
    private static final int HISTORY_PAGE = 1000;

    private final AwsClients clients;

    ExecutionCalls(AwsClients clients) {
        this.clients = clients;
    }

    /** Who may not read the state machine may still start it. */
    boolean isExpress(String stateMachine) {
        try {
            return clients.stepFunctions()
                            .describeStateMachine(request -> request.stateMachineArn(stateMachine))
                            .type()
                    == StateMachineType.EXPRESS;
        } catch (AwsServiceException unreadable) {
            return false;
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, "the state machine " + stateMachine + " cannot be read", failure);
        }
    }

    ExecutionState runExpress(String stateMachine, String input, Map<String, String> parameters) {
        StartSyncExecutionResponse end = clients.errors()
                .calling(SERVICE, "the state machine " + stateMachine + " cannot be run", () -> clients.expressCalls()
                        .startSyncExecution(request -> request.stateMachineArn(stateMachine)
                                .input(input)
                                .name(parameters.get("name"))
                                .traceHeader(parameters.get("traceHeader"))));
        return new ExecutionState(
                end.executionArn(),
                end.statusAsString(),
                StackRecords.orEmpty(end.output()),
                StackRecords.orEmpty(end.error()),
                StackRecords.orEmpty(end.cause()));
    }

    String start(String stateMachine, String input, Map<String, String> parameters) {
        return clients.errors()
                .calling(
                        SERVICE,
                        "the state machine " + stateMachine + " cannot be started",
                        () -> clients.stepFunctions().startExecution(request -> request.stateMachineArn(stateMachine)
                                .input(input)
                                .name(parameters.get("name"))
                                .traceHeader(parameters.get("traceHeader"))))
                .executionArn();
    }

    Optional<ExecutionState> execution(String arn) {
        try {
            DescribeExecutionResponse found =
                    clients.stepFunctions().describeExecution(request -> request.executionArn(arn));
            return Optional.of(new ExecutionState(
                    arn,
                    found.statusAsString(),
                    StackRecords.orEmpty(found.output()),
                    StackRecords.orEmpty(found.error()),
                    StackRecords.orEmpty(found.cause())));
        } catch (ExecutionDoesNotExistException | StateMachineTypeNotSupportedException express) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, "the execution " + arn + " cannot be read", failure);
        }
    }

    Optional<String> failedState(String execution) {
        GetExecutionHistoryResponse history = clients.errors()
                .calling(SERVICE, "the history of " + execution + " cannot be read", () -> clients.stepFunctions()
                        .getExecutionHistory(request -> request.executionArn(execution)
                                .reverseOrder(true)
                                .maxResults(HISTORY_PAGE)));
        Map<Long, HistoryEvent> byId = new HashMap<>();
        history.events().forEach(event -> byId.put(event.id(), event));
        HistoryEvent event =
                history.events().isEmpty() ? null : history.events().get(0);
        while (event != null && event.stateEnteredEventDetails() == null) {
            event = byId.get(event.previousEventId());
        }
        return Optional.ofNullable(event)
                .map(entered -> entered.stateEnteredEventDetails().name());
    }
}
