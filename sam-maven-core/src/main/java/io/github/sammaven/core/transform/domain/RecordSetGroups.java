package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record sets of all APIs of a template, in one group for each hosted zone. Not safe for threads. */
public final class RecordSetGroups {

    private static final String TYPE = "AWS::Route53::RecordSetGroup";

    /** The first API of a group gives it its attributes. */
    private record Group(SamResource owner, MappingNode.Builder zone, List<Node> recordSets) {}

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /**
     * Adds the addresses of a domain.
     *
     * @param route53 the settings, with parameters put in
     * @param separate whether they get a group of their own
     */
    void add(SamResource api, MappingNode route53, Node domainName, AliasTarget target, boolean separate) {
        Node zone = route53.get("HostedZoneId")
                .filter(value -> !value.isNull())
                .or(() -> route53.get("HostedZoneName").filter(value -> !value.isNull()))
                .orElseThrow(() -> api.invalid(
                        route53, "Domain.Route53 names no hosted zone", "give it HostedZoneId or HostedZoneName"));
        String id = separate ? LogicalIds.separateRecordSetGroup(zone, domainName) : LogicalIds.recordSetGroup(zone);
        Group group = groups.computeIfAbsent(
                id,
                key -> new Group(
                        api,
                        MappingNode.builder().copy(route53, "HostedZoneId").copy(route53, "HostedZoneName"),
                        new ArrayList<>()));
        group.recordSets.add(recordSet("A", route53, domainName, target));
        if (route53.get("IpV6").filter(ScalarNode.bool(true)::equals).isPresent()) {
            group.recordSets.add(recordSet("AAAA", route53, domainName, target));
        }
    }

    private static MappingNode recordSet(String type, MappingNode route53, Node domainName, AliasTarget target) {
        return MappingNode.builder()
                .put("Name", domainName)
                .put("Type", type)
                .put(
                        "AliasTarget",
                        MappingNode.builder()
                                .copy(route53, "EvaluateTargetHealth")
                                .put("HostedZoneId", target.hostedZoneId())
                                .put("DNSName", target.dnsName())
                                .build())
                .copy(route53, "Region")
                .copy(route53, "SetIdentifier")
                .build();
    }

    /** The groups by the logical id of the API that came first. */
    public Map<String, List<CloudFormationResource>> byOwner() {
        Map<String, List<CloudFormationResource>> result = new LinkedHashMap<>();
        groups.forEach((id, group) -> result.computeIfAbsent(group.owner.logicalId(), owner -> new ArrayList<>())
                .add(group.owner.beside(
                        id,
                        TYPE,
                        group.zone
                                .put("RecordSets", SequenceNode.of(group.recordSets))
                                .build())));
        return result;
    }
}
