package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.List;

/**
 * What an event adds to the template.
 *
 * @param resources generated resources, in order
 * @param managedPolicies names of AWS managed policies that the function's generated role needs, with their path:
 *     {@code service-role/AWSLambdaKinesisExecutionRole}
 * @param policies inline policies it needs, each with {@code PolicyName} and {@code PolicyDocument}
 */
public record EventResult(List<CloudFormationResource> resources, List<String> managedPolicies, List<Node> policies) {

    public EventResult {
        resources = List.copyOf(resources);
        managedPolicies = List.copyOf(managedPolicies);
        policies = List.copyOf(policies);
    }

    public static EventResult of(List<CloudFormationResource> resources) {
        return new EventResult(resources, List.of(), List.of());
    }
}
