package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code PropagateTags}, true or an expression: the tags of a SAM resource replace those of all it generates. */
final class TagPropagation {

    private static final Set<String> LISTED = Set.of(
            "AWS::ApiGateway::ApiKey",
            "AWS::ApiGateway::DomainName",
            "AWS::ApiGateway::DomainNameV2",
            "AWS::ApiGateway::DomainNameAccessAssociation",
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGateway::Stage",
            "AWS::ApiGateway::UsagePlan",
            "AWS::IAM::Role",
            "AWS::IoT::TopicRule",
            "AWS::Lambda::Function",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::StepFunctions::StateMachine");

    /** Types that pass their tags on in another way. */
    private static final Set<String> OWN_WAY =
            Set.of("AWS::Serverless::CapacityProvider", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi");

    List<CloudFormationResource> apply(SamResource resource, List<CloudFormationResource> generated) {
        Optional<MappingNode> tags = resource.get("Tags")
                .flatMap(Node::asMapping)
                .filter(mapping -> mapping.size() > 0 && propagates(resource));
        return tags.isEmpty()
                ? generated
                : generated.stream().map(each -> tagged(each, tags.get())).toList();
    }

    private static boolean propagates(SamResource resource) {
        return resource.given("PropagateTags").isPresent() && !OWN_WAY.contains(resource.type());
    }

    private static CloudFormationResource tagged(CloudFormationResource resource, MappingNode tags) {
        return LISTED.contains(resource.type())
                ? resource.withProperty(
                        "Tags", new Tags().addAll(Optional.of(tags)).list().orElseThrow())
                : resource;
    }
}
