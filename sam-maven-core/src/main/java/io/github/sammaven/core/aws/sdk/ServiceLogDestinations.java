package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.LogDestinations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.sfn.model.CloudWatchLogsLogGroup;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;

/** Asks Lambda and Step Functions. The clients are made when they are first needed. */
public final class ServiceLogDestinations implements LogDestinations {

    private static final String LOG_GROUP = ":log-group:";

    private final AwsClients clients;

    public ServiceLogDestinations(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<String> ofFunction(String functionName) {
        return asking(
                "lambda", "the function " + functionName + " cannot be read", () -> Optional.ofNullable(clients.lambda()
                                .getFunctionConfiguration(request -> request.functionName(functionName))
                                .loggingConfig())
                        .map(LoggingConfig::logGroup));
    }

    @Override
    public Optional<List<String>> ofStateMachine(String arn) {
        return asking(
                "states",
                "the state machine " + arn + " cannot be read",
                () -> Optional.of(groups(clients.stepFunctions()
                        .describeStateMachine(request -> request.stateMachineArn(arn))
                        .loggingConfiguration())));
    }

    private static List<String> groups(@Nullable LoggingConfiguration logging) {
        if (logging == null || logging.level() == LogLevel.OFF) {
            return List.of();
        }
        return logging.destinations().stream()
                .map(LogDestination::cloudWatchLogsLogGroup)
                .filter(Objects::nonNull)
                .map(CloudWatchLogsLogGroup::logGroupArn)
                .filter(Objects::nonNull)
                .map(ServiceLogDestinations::name)
                .toList();
    }

    private static String name(String arn) {
        int start = arn.indexOf(LOG_GROUP);
        return start < 0 ? arn : arn.substring(start + LOG_GROUP.length()).replaceFirst(":\\*$", "");
    }

    /** A refusal only means that nothing is known: the group that is usual can still be read. */
    private <T> Optional<T> asking(String service, String what, Supplier<Optional<T>> call) {
        return clients.errors().calling(service, what, () -> {
            try {
                return call.get();
            } catch (AwsServiceException refused) {
                return Optional.empty();
            }
        });
    }
}
