package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Networks and endpoints that a resource policy lists.
 *
 * @param vpcs {@code vpc-...} or expressions
 * @param endpoints {@code vpce-...} or expressions
 */
record SourceNetworks(List<Node> vpcs, List<Node> endpoints) {

    private static final String ENDPOINT_PREFIX = "vpce-";
    private static final String VPC_PREFIX = "vpc-";

    /** @param kind {@code Whitelist} or {@code Blacklist} */
    static SourceNetworks of(MappingNode policy, String kind) {
        List<Node> vpcs = new ArrayList<>();
        List<Node> endpoints = new ArrayList<>();
        for (Node source : items(policy, "SourceVpc" + kind)) {
            String text = text(source, kind);
            if (text.startsWith(ENDPOINT_PREFIX)) {
                endpoints.add(source);
            } else if (text.startsWith(VPC_PREFIX)) {
                vpcs.add(source);
            }
        }
        vpcs.addAll(items(policy, "IntrinsicVpc" + kind));
        endpoints.addAll(items(policy, "IntrinsicVpce" + kind));
        return new SourceNetworks(vpcs, endpoints);
    }

    /** What a condition operator is applied to, if there is any network. */
    Optional<MappingNode> condition() {
        MappingNode.Builder condition = MappingNode.builder();
        if (!vpcs.isEmpty()) {
            condition.put("aws:SourceVpc", SequenceNode.of(vpcs));
        }
        if (!endpoints.isEmpty()) {
            condition.put("aws:SourceVpce", SequenceNode.of(endpoints));
        }
        MappingNode built = condition.build();
        return built.size() == 0 ? Optional.empty() : Optional.of(built);
    }

    private static List<Node> items(MappingNode policy, String key) {
        return BlankValue.given(policy, key)
                .map(value -> Keys.listed(value).map(SequenceNode::items).orElseGet(() -> List.of(value)))
                .orElse(List.of());
    }

    private static String text(Node source, String kind) {
        if (!ApiDefinition.isText(source)) {
            throw InvalidResourceException.ofTemplate(
                    source.mark(),
                    "ResourcePolicy.SourceVpc%s holds %s".formatted(kind, source.kindName()),
                    "write intrinsic functions in IntrinsicVpc%s or IntrinsicVpce%s".formatted(kind, kind));
        }
        return source.asText().orElse("");
    }
}
