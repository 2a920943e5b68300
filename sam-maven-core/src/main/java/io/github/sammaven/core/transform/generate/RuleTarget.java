package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Node;
import java.util.Optional;

/**
 * What a rule or schedule starts.
 *
 * @param arn the function, alias or state machine
 * @param kind end of the generated id of the target, {@code LambdaTarget}
 * @param roleArn the role that a rule starts it with; none for functions, which have permissions
 */
public record RuleTarget(Node arn, String kind, Optional<Node> roleArn) {

    public static RuleTarget lambda(LambdaTarget target) {
        return new RuleTarget(target.arn(), "LambdaTarget", Optional.empty());
    }

    public static RuleTarget stateMachine(Node arn, Node roleArn) {
        return new RuleTarget(arn, "StepFunctionsTarget", Optional.of(roleArn));
    }
}
