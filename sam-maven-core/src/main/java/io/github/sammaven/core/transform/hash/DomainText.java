package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CanonicalJson;
import io.github.sammaven.core.transform.context.LogicalIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Domain} of a REST API as JSON, with what the hosted macro has put in when it takes the hash. */
final class DomainText {

    private static final String ENDPOINT = "EndpointConfiguration";
    private static final String ID = "ApiDomainName";
    private static final String ROUTE53 = "Route53";
    private static final String DISTRIBUTION = "DistributionDomainName";

    private DomainText() {}

    /** @param domain with parameters put in */
    static String of(Node domain) {
        return CanonicalJson.spaced(
                domain.asMapping().<Node>map(DomainText::completed).orElse(domain));
    }

    private static Node completed(MappingNode domain) {
        if (isEndpoint(domain, "PRIVATE") || !domain.has("DomainName")) {
            return ordered(domain);
        }
        Map<String, Node> entries = new LinkedHashMap<>(domain.entries());
        KeyTable keys = KeyTable.of(domain.keys());
        keys.put(ENDPOINT);
        entries.putIfAbsent(ENDPOINT, ScalarNode.string("REGIONAL"));
        keys.put(ID);
        ScalarNode id = ScalarNode.string(LogicalIds.domainName(entries.get("DomainName")));
        entries.put(ID, id);
        if (isEndpoint(domain, "EDGE")) {
            domain.mapping(ROUTE53)
                    .filter(route53 -> !route53.has(DISTRIBUTION))
                    .ifPresent(route53 -> entries.put(ROUTE53, withDistribution(route53, id)));
        }
        return ordered(keys, entries);
    }

    private static boolean isEndpoint(MappingNode domain, String type) {
        return domain.text(ENDPOINT).filter(type::equals).isPresent();
    }

    private static MappingNode withDistribution(MappingNode route53, ScalarNode id) {
        return route53.with(
                DISTRIBUTION,
                MappingNode.of("Fn::GetAtt", SequenceNode.of(id, ScalarNode.string("DistributionDomainName"))));
    }

    private static Node ordered(Node node) {
        if (node instanceof SequenceNode list) {
            List<Node> items = new ArrayList<>();
            list.items().forEach(item -> items.add(ordered(item)));
            return SequenceNode.of(items);
        }
        return node instanceof MappingNode mapping ? ordered(KeyTable.of(mapping.keys()), mapping.entries()) : node;
    }

    private static Node ordered(KeyTable keys, Map<String, Node> entries) {
        Map<String, Node> ordered = new LinkedHashMap<>();
        keys.keys().forEach(key -> ordered.put(key, ordered(entries.get(key))));
        return MappingNode.of(ordered);
    }
}
