package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ResourcePolicy} of an API or an event: who may call, by account, address or network. */
final class ResourcePolicy {

    private static final Node EVERYONE = ScalarNode.string("*");

    private final MappingNode settings;
    private final Node stage;

    /** @param stage what {@code execute-api} ARNs of the statements name as stage */
    ResourcePolicy(Node settings, Node stage) {
        this.settings = settings.asMapping()
                .orElseThrow(() -> InvalidResourceException.ofTemplate(
                        settings.mark(), "ResourcePolicy is " + settings.kindName(), "a mapping is expected"));
        this.stage = stage;
    }

    /** Adds the statements for the methods that {@code paths} have now, and then the custom ones. */
    void applyTo(ApiDefinition definition, List<String> paths) {
        paths.forEach(path -> cover(definition, path, definition.policy()));
        BlankValue.given(settings, "CustomStatements")
                .ifPresent(statements -> definition.policy().addCustom(statements));
    }

    private void cover(ApiDefinition definition, String path, PolicySection section) {
        List<Node> resources = new ArrayList<>();
        definition.itemsOf(path).forEach(item -> item.keys()
                .forEach(method -> resources.add(resource(Route.arnMethod(method), path))));
        Node covered = SequenceNode.of(resources);
        accounts("Allow", "AwsAccountWhitelist", covered, section);
        accounts("Deny", "AwsAccountBlacklist", covered, section);
        addresses("NotIpAddress", "IpRangeWhitelist", covered, section);
        addresses("IpAddress", "IpRangeBlacklist", covered, section);
        networks("StringEquals", "Blacklist", covered, section);
        networks("StringNotEquals", "Whitelist", covered, section);
    }

    private MappingNode resource(String method, String path) {
        return Intrinsic.sub(
                "execute-api:/${__Stage__}/" + method + Route.arnPath(path), MappingNode.of("__Stage__", stage));
    }

    private void accounts(String effect, String key, Node resources, PolicySection section) {
        BlankValue.given(settings, key).ifPresent(accounts -> {
            if (accounts.asScalar().isPresent()) {
                throw InvalidResourceException.ofTemplate(
                        accounts.mark(),
                        "ResourcePolicy.%s is %s".formatted(key, accounts.kindName()),
                        "a list is expected");
            }
            section.add(statement(effect, MappingNode.of("AWS", list(accounts)), resources, Optional.empty()));
        });
    }

    private void addresses(String operator, String key, Node resources, PolicySection section) {
        BlankValue.given(settings, key)
                .ifPresent(ranges -> section.addRestriction(
                        statement("Allow", EVERYONE, resources, Optional.empty()),
                        statement(
                                "Deny",
                                EVERYONE,
                                resources,
                                Optional.of(MappingNode.of(operator, MappingNode.of("aws:SourceIp", list(ranges)))))));
    }

    private void networks(String operator, String kind, Node resources, PolicySection section) {
        var sources = SourceNetworks.of(settings, kind);
        sources.condition()
                .ifPresent(condition -> section.addRestriction(
                        statement("Allow", EVERYONE, resources, Optional.empty()),
                        statement("Deny", EVERYONE, resources, Optional.of(MappingNode.of(operator, condition)))));
    }

    private static SequenceNode list(Node node) {
        return node.asSequence().orElseGet(() -> SequenceNode.of(node));
    }

    private static MappingNode statement(
            String effect, Node principal, Node resources, Optional<MappingNode> condition) {
        return MappingNode.builder()
                .put("Action", "execute-api:Invoke")
                .put("Effect", effect)
                .put("Principal", principal)
                .put("Resource", resources)
                .put("Condition", condition)
                .build();
    }
}
