package io.github.sammaven.core.transform.connector;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.policy.ConnectorAccess;
import io.github.sammaven.core.transform.policy.ConnectorProfile;
import io.github.sammaven.core.transform.policy.ConnectorProfiles;
import io.github.sammaven.core.transform.policy.ConnectorResources;
import io.github.sammaven.core.transform.policy.ConnectorWaiter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins one source with one destination. */
public final class Connection {

    private final TransformContext context;
    private final ConnectorProfiles profiles;
    private final EndReader ends;

    public Connection(TransformContext context) {
        this.context = context;
        this.profiles = ConnectorProfiles.load();
        this.ends = new EndReader(context, ConnectorResources.load());
    }

    /**
     * @param connector its attributes are those of the generated resources
     * @param suffix what ids end with, for one of several destinations
     * @param permissions list of {@code Read} and {@code Write}
     */
    public List<CloudFormationResource> resources(
            SamResource connector,
            String suffix,
            MappingNode sourceReference,
            MappingNode reference,
            Node permissions) {
        End source = ends.read(connector, sourceReference);
        End destination = ends.read(connector, reference);
        ConnectorProfile profile = profiles.profile(source.type(), destination.type())
                .orElseThrow(() -> connector.invalid(
                        reference,
                        "there is no connector from %s to %s".formatted(source.type(), destination.type()),
                        "write the permissions in a policy"));
        Set<ConnectorAccess> asked = asked(connector, profile, permissions);
        List<CloudFormationResource> resources =
                new ConnectorGrants(connector, suffix, source, destination).resources(profile, asked);
        profile.waiter()
                .ifPresent(
                        waiter -> resources.forEach(policy -> wait(waiter, source, destination, policy.logicalId())));
        return resources;
    }

    private static Set<ConnectorAccess> asked(SamResource connector, ConnectorProfile profile, Node permissions) {
        Set<ConnectorAccess> asked = EnumSet.noneOf(ConnectorAccess.class);
        Set<ConnectorAccess> known = profile.permissions().keySet();
        String words = known.stream().map(ConnectorAccess::word).collect(Collectors.joining(", "));
        List<Node> items = permissions.asSequence().map(SequenceNode::items).orElse(List.of(permissions));
        for (Node item : items) {
            ConnectorAccess access = item.asText()
                    .flatMap(ConnectorAccess::of)
                    .filter(known::contains)
                    .orElseThrow(() -> connector.invalid(
                            item, "this permission is not there between these types", "there are: " + words));
            asked.add(access);
        }
        if (asked.isEmpty()) {
            throw connector.invalid(permissions, "Permissions is empty", "one or more of " + words);
        }
        if (!profile.mayCombine(asked)) {
            throw connector.invalid(
                    permissions, "these permissions cannot be asked for like this", "ask for all of " + words);
        }
        return asked;
    }

    /** Makes sure that what needs the policy is not made before it. */
    private void wait(ConnectorWaiter waiter, End source, End destination, String policyId) {
        Optional<String> waiting = waiter == ConnectorWaiter.SOURCE ? source.logicalId() : mapping(source, destination);
        waiting.ifPresent(id -> context.result().update(id, resource -> dependingOn(resource, policyId)));
    }

    /** The event source mapping between the two, if it is the only one. */
    private Optional<String> mapping(End source, End destination) {
        if (source.logicalId().isEmpty() || destination.logicalId().isEmpty()) {
            return Optional.empty();
        }
        String sourceId = source.logicalId().get();
        String destinationId = destination.logicalId().get();
        List<String> found = context.result().ofType("AWS::Lambda::EventSourceMapping").stream()
                .filter(each -> RoleName.names(each.properties(), "EventSourceArn", sourceId)
                        && RoleName.names(each.properties(), "FunctionName", destinationId))
                .map(CloudFormationResource::logicalId)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static CloudFormationResource dependingOn(CloudFormationResource resource, String policyId) {
        List<Node> all = new ArrayList<>(resource.body()
                .get("DependsOn")
                .filter(others -> !others.isNull())
                .map(others -> others.asSequence().map(SequenceNode::items).orElse(List.of(others)))
                .orElse(List.of()));
        all.add(ScalarNode.string(policyId));
        return resource.withAttribute("DependsOn", SequenceNode.of(all));
    }
}
