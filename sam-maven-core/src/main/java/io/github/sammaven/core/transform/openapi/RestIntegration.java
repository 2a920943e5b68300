package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * What a method of a REST API calls.
 *
 * @param integration without its URI
 * @param uri the URI
 * @param responses {@code responses} of the method
 * @param credentialsPartition the partition of credentials if those of the caller decide, as {@code Auth} says; empty if
 *     the integration has its own
 */
public record RestIntegration(
        MappingNode integration, MappingNode uri, MappingNode responses, Optional<String> credentialsPartition) {

    private static final List<String> STATUS_TEXTS = List.of("200", "OK", "400", "Bad Request");

    /**
     * Calls a function with the request as it is.
     *
     * @param reference what stands for its ARN in {@code Fn::Sub}: {@code Function.Arn}, or the id of an alias
     * @param streaming whether the response is passed on while it comes
     */
    public static RestIntegration ofFunction(Partition partition, String reference, boolean streaming) {
        MappingNode.Builder integration =
                MappingNode.builder().put("type", "aws_proxy").put("httpMethod", "POST");
        if (streaming) {
            integration.put("responseTransferMode", "STREAM");
        }
        return new RestIntegration(
                integration.build(),
                LambdaUri.ofReference(partition.name(), reference, streaming),
                ApiDefinition.empty(),
                Optional.of(partition.name()));
    }

    /**
     * Starts an execution with the body as input.
     *
     * @param logicalId of the state machine or its alias; its {@code Ref} is an ARN
     * @param credentials the role to assume
     * @param unescape whether escaped single quotes are put right
     */
    public static RestIntegration ofStateMachine(String logicalId, Node credentials, boolean unescape) {
        String input = "$util.escapeJavaScript($input.json('$'))" + (unescape ? ".replaceAll(\"\\\\'\",\"'\")" : "");
        String request = "{\"input\": \"%s\", \"stateMachineArn\": \"${%s}\"}".formatted(input, logicalId);
        MappingNode.Builder statuses = MappingNode.builder();
        MappingNode.Builder descriptions = MappingNode.builder();
        for (int index = 0; index < STATUS_TEXTS.size(); index += 2) {
            String status = STATUS_TEXTS.get(index);
            statuses.put(status, MappingNode.of("statusCode", ScalarNode.string(status)));
            descriptions.put(status, MappingNode.of("description", ScalarNode.string(STATUS_TEXTS.get(index + 1))));
        }
        MappingNode integration = MappingNode.builder()
                .put("type", "aws")
                .put("httpMethod", "POST")
                .put("requestTemplates", MappingNode.of("application/json", Intrinsic.sub(request)))
                .put("responses", statuses.build())
                .put("credentials", credentials)
                .build();
        return new RestIntegration(
                integration,
                Intrinsic.sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution"),
                descriptions.build(),
                Optional.empty());
    }

    /** A method that calls it. */
    MappingNode method(Optional<String> condition, Optional<Node> credentials, Optional<Node> timeout) {
        MappingNode.Builder complete = MappingNode.builder();
        integration.entries().forEach(complete::put);
        complete.put("uri", Branches.conditional(condition, uri))
                .put("credentials", credentials.or(() -> integration.get("credentials")))
                .put("timeoutInMillis", timeout);
        return MappingNode.builder()
                .put(ApiDefinition.INTEGRATION, complete.build())
                .put("responses", responses)
                .build();
    }
}
