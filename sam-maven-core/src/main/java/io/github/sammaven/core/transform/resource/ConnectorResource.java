package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.connector.Connection;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.graphql.ServiceLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code AWS::Serverless::Connector}: permissions of a source on one or several destinations. */
public final class ConnectorResource implements ResourceTranslator {

    private final TransformContext context;
    private final Connection connection;

    public ConnectorResource(TransformContext context) {
        this.context = context;
        this.connection = new Connection(context);
    }

    @Override
    public List<CloudFormationResource> translate(SamResource connector) {
        MappingNode source = mapping(connector, connector.get("Source").orElse(connector.properties()));
        Node destination = connector.get("Destination").orElse(connector.properties());
        Node permissions = connector.get("Permissions").orElse(SequenceNode.of());
        List<CloudFormationResource> resources = new ArrayList<>();
        if (destination instanceof SequenceNode list) {
            if (list.items().isEmpty()) {
                throw connector.invalid(destination, "Destination is empty", "");
            }
            for (int i = 0; i < list.items().size(); i++) {
                resources.addAll(connection.resources(
                        connector,
                        "Destination" + i,
                        source,
                        mapping(connector, list.items().get(i)),
                        permissions));
            }
        } else {
            resources.addAll(connection.resources(connector, "", source, mapping(connector, destination), permissions));
        }
        context.result()
                .split(
                        connector.logicalId(),
                        resources.stream()
                                .map(CloudFormationResource::logicalId)
                                .toList());
        return resources;
    }

    private static MappingNode mapping(SamResource connector, Node node) {
        return node.asMapping()
                .orElseThrow(() -> connector.invalid(
                        node, "Source and Destination must be mappings, this is " + node.kindName(), ""));
    }

    /** What gives a part of a GraphQL API its permissions. */
    List<CloudFormationResource> resources(ServiceLink link, SamResource owner) {
        SamResource connector = new SamResource(
                link.connectorId(),
                "AWS::Serverless::Connector",
                MappingNode.of(Map.of(), owner.body().mark()),
                MappingNode.of(Map.of(), owner.mark()),
                owner.mark());
        return connection.resources(
                connector,
                "",
                link.source(),
                link.destination(),
                SequenceNode.of(
                        link.permissions().stream().map(ScalarNode::string).toList()));
    }
}
