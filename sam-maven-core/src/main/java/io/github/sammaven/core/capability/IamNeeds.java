package io.github.sammaven.core.capability;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IAM resources of a stack. Source: CloudFormation API, CreateChangeSet, Capabilities. */
final class IamNeeds {

    /** The types, with the property that gives a resource a name of its own; empty where there is none. */
    private static final Map<String, String> TYPES = Map.of(
            "AWS::IAM::AccessKey", "",
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Policy", "",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName",
            "AWS::IAM::UserToGroupAddition", "");

    private final DeployedStack stack;
    private final TemplateResolver resolver;

    IamNeeds(DeployedStack stack) {
        this.stack = stack;
        this.resolver = stack.resolver();
    }

    List<Need> all() {
        List<Need> needs = new ArrayList<>();
        stack.resources().forEach((id, node) -> node.asMapping()
                .filter(resource -> DeployedStack.isMade(resource, resolver))
                .flatMap(resource -> need(id, resource))
                .ifPresent(needs::add));
        return needs;
    }

    private Optional<Need> need(String id, MappingNode resource) {
        String type = resource.text("Type").orElse("");
        String nameProperty = TYPES.get(type);
        if (nameProperty == null) {
            return Optional.empty();
        }
        Optional<String> name = resource.mapping("Properties")
                .filter(properties -> properties.has(nameProperty))
                .flatMap(properties -> resolver.resolve(properties).value().asMapping())
                .filter(properties -> properties.has(nameProperty))
                .map(properties ->
                        properties.text(nameProperty).map(text -> " " + text).orElse(""));
        return Optional.of(new Need(
                name.isPresent() ? Capability.CAPABILITY_NAMED_IAM : Capability.CAPABILITY_IAM,
                stack.stack().idOf(id),
                stack.markOf(id),
                name.map(text -> "is an IAM resource with its own name" + text)
                        .orElse("is an IAM resource (" + type + ")")));
    }
}
