package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.policy.ManagedPolicies;
import java.util.Optional;

/** ARNs of managed policies in the partition of a run. */
public final class ManagedPolicyArns {

    private final ManagedPolicies published;
    private final TransformContext context;

    public ManagedPolicyArns(ManagedPolicies published, TransformContext context) {
        this.published = published;
        this.context = context;
    }

    /** The ARN of a policy of AWS's own, named with its path: {@code service-role/AWSLambdaBasicExecutionRole}. */
    public Node aws(String pathAndName) {
        return ScalarNode.string("arn:" + context.partition().name() + ":iam::aws:policy/" + pathAndName);
    }

    /** What allows writing traces; its name differs between partitions. */
    public Node xrayWriteAccess() {
        return aws(context.partition().name().equals("aws") ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess");
    }

    /** The ARN a user means by the name of a policy; anything that is no such name stays. */
    public Node of(Node policy) {
        if (!(policy instanceof ScalarNode name) || !name.isString()) {
            return policy;
        }
        return published
                .arn(context.partition().name(), name.text())
                .or(() -> name.text().startsWith("arn:")
                        ? Optional.empty()
                        : context.options().managedPolicies().arn(name.text()))
                .<Node>map(arn -> ScalarNode.string(arn, policy.mark()))
                .orElse(policy);
    }
}
