package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;

/** URIs by which API Gateway invokes functions. */
final class LambdaUri {

    private LambdaUri() {}

    /**
     * @param partition name of the partition, or <code>${AWS::Partition}</code>
     * @param reference what stands for the ARN in {@code Fn::Sub}: {@code Function.Arn}, or the id of an alias
     */
    static MappingNode ofReference(String partition, String reference, boolean streaming) {
        return Intrinsic.sub(text(partition, reference, streaming));
    }

    /** @param arn an expression */
    static MappingNode ofArn(String partition, Node arn) {
        return Intrinsic.sub(text(partition, "__FunctionArn__", false), MappingNode.of("__FunctionArn__", arn));
    }

    private static String text(String partition, String reference, boolean streaming) {
        return "arn:%s:apigateway:${AWS::Region}:lambda:path/%s/functions/${%s}/%s"
                .formatted(
                        partition,
                        streaming ? "2021-11-15" : "2015-03-31",
                        reference,
                        streaming ? "response-streaming-invocations" : "invocations");
    }
}
