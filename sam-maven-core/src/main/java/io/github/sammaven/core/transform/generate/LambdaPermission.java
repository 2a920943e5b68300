package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.Optional;

/**
 * Properties of an {@code AWS::Lambda::Permission} that lets a service invoke a function.
 *
 * @param functionName {@code Ref} to the function or alias
 * @param principal the service, {@code s3.amazonaws.com}
 * @param sourceArn what of the service may call
 * @param sourceAccount the account it must be in
 * @param eventSourceToken the token it must show
 */
public record LambdaPermission(
        Node functionName,
        String principal,
        Optional<Node> sourceArn,
        Optional<Node> sourceAccount,
        Optional<Node> eventSourceToken) {

    public static final String TYPE = "AWS::Lambda::Permission";
    public static final String INVOKE = "lambda:InvokeFunction";

    public static LambdaPermission of(Node functionName, String principal) {
        return new LambdaPermission(functionName, principal, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public LambdaPermission withSourceArn(Node arn) {
        return new LambdaPermission(functionName, principal, Optional.of(arn), sourceAccount, eventSourceToken);
    }

    public LambdaPermission withSourceAccount(Node account) {
        return new LambdaPermission(functionName, principal, sourceArn, Optional.of(account), eventSourceToken);
    }

    public LambdaPermission withEventSourceToken(Optional<Node> token) {
        return new LambdaPermission(functionName, principal, sourceArn, sourceAccount, token);
    }

    public MappingNode properties() {
        return MappingNode.builder()
                .put("Action", INVOKE)
                .put("FunctionName", functionName)
                .put("Principal", principal)
                .put("SourceArn", sourceArn)
                .put("SourceAccount", sourceAccount)
                .put("EventSourceToken", eventSourceToken)
                .build();
    }
}
