package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record sets of all APIs of a template, in groups by hosted zone. Of groups with one id the last one written stays.
 * Not safe for threads.
 */
public final class RecordSetGroups {

    private static final String TYPE = "AWS::Route53::RecordSetGroup";

    /** The first API of a group gives it its attributes. */
    private record Group(SamResource owner, MappingNode.Builder zone, List<Node> recordSets) {}

    private final Map<String, Group> shared = new HashMap<>();
    private final Map<String, Group> written = new LinkedHashMap<>();

    /** Adds the addresses of a domain to the group that REST and HTTP APIs of its zone share. */
    void share(SamResource api, MappingNode route53, Node domainName, AliasTarget target) {
        String id = LogicalIds.recordSetGroup(zone(api, route53));
        Group group = shared.computeIfAbsent(id, key -> new Group(api, names(route53), new ArrayList<>()));
        write(id, group, route53, domainName, target);
    }

    /** Puts the addresses of a domain into a group that has the id of the zone's and room for no others. */
    void replace(SamResource api, MappingNode route53, Node domainName, AliasTarget target) {
        boolean byId =
                route53.get("HostedZoneId").filter(value -> !value.isNull()).isPresent();
        MappingNode.Builder name = MappingNode.builder().copy(route53, byId ? "HostedZoneId" : "HostedZoneName");
        String id = LogicalIds.recordSetGroup(zone(api, route53));
        write(id, new Group(api, name, new ArrayList<>()), route53, domainName, target);
    }

    /** Puts the addresses of a domain into a group of its own. */
    void separate(SamResource api, MappingNode route53, Node domainName, AliasTarget target) {
        String id = LogicalIds.separateRecordSetGroup(zone(api, route53), domainName);
        write(id, new Group(api, names(route53), new ArrayList<>()), route53, domainName, target);
    }

    private void write(String id, Group group, MappingNode route53, Node domainName, AliasTarget target) {
        written.put(id, group);
        group.recordSets.add(recordSet("A", route53, domainName, target));
        if (route53.get("IpV6").filter(ScalarNode.bool(true)::equals).isPresent()) {
            group.recordSets.add(recordSet("AAAA", route53, domainName, target));
        }
    }

    private static Node zone(SamResource api, MappingNode route53) {
        return route53.get("HostedZoneId")
                .filter(value -> !value.isNull())
                .or(() -> route53.get("HostedZoneName").filter(value -> !value.isNull()))
                .orElseThrow(() -> api.invalid(
                        route53, "Domain.Route53 names no hosted zone", "give it HostedZoneId or HostedZoneName"));
    }

    private static MappingNode.Builder names(MappingNode route53) {
        return MappingNode.builder().copy(route53, "HostedZoneId").copy(route53, "HostedZoneName");
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
        written.forEach((id, group) -> result.computeIfAbsent(group.owner.logicalId(), owner -> new ArrayList<>())
                .add(group.owner.beside(
                        id,
                        TYPE,
                        group.zone
                                .put("RecordSets", SequenceNode.of(group.recordSets))
                                .build())));
        return result;
    }
}
