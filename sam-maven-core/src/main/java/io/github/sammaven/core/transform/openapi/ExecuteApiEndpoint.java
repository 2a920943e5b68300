package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code DisableExecuteApiEndpoint}: whether the API is reached by its own domain only. */
final class ExecuteApiEndpoint {

    private static final String CONFIGURATION = "x-amazon-apigateway-endpoint-configuration";
    private static final String DISABLED = "disableExecuteApiEndpoint";
    private static final String SERVERS = "servers";

    private ExecuteApiEndpoint() {}

    static void applyTo(ApiDefinition definition, Node disabled) {
        if (!definition.isOpenApi3()) {
            definition.define(CONFIGURATION, DISABLED, disabled);
            return;
        }
        Optional<Node> servers = definition.section(SERVERS);
        if (servers.isEmpty()) {
            definition.setSection(SERVERS, SequenceNode.of(configured(ApiDefinition.empty(), disabled)));
        } else if (!BlankValue.is(servers.get())) {
            definition.setSection(SERVERS, configured(servers.get(), disabled));
        }
    }

    private static SequenceNode configured(Node servers, Node disabled) {
        List<Node> changed = new ArrayList<>();
        SequenceNode list = servers.asSequence().orElseThrow(() -> wrong(servers));
        for (Node server : list.items()) {
            changed.add(configured(server.asMapping().orElseThrow(() -> wrong(server)), disabled));
        }
        return new SequenceNode(changed, list.mark());
    }

    private static MappingNode configured(MappingNode server, Node disabled) {
        Node configuration = server.get(CONFIGURATION).orElseGet(ApiDefinition::empty);
        return server.with(
                CONFIGURATION,
                configuration
                        .asMapping()
                        .orElseThrow(() -> wrong(configuration))
                        .with(DISABLED, disabled));
    }

    private static InvalidResourceException wrong(Node node) {
        return InvalidResourceException.ofTemplate(
                node.mark(),
                "'%s' of an API definition holds %s".formatted(SERVERS, node.kindName()),
                "it is a list of mappings");
    }
}
