package io.github.sammaven.core.local.apigateway.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stage of an API that is served.
 *
 * @param id logical id; empty if no resource of its own makes it
 */
record Stage(Optional<String> id, String name, Map<String, String> variables) {

    private static final String NAME = "StageName";

    /** SAM lets each deployment make this stage too, which nobody calls. */
    private static final String OF_DEPLOYMENT = "Stage";

    /** The first stage of a REST API, or else the one its deployment makes. */
    static Stage ofRest(StackResources resources, StackResources.Declared api) {
        List<StackResources.Declared> stages = resources.of("AWS::ApiGateway::Stage", api.id());
        if (!stages.isEmpty()) {
            return first(api, stages, "Variables", "Prod");
        }
        List<Section> deployments = resources.of("AWS::ApiGateway::Deployment", api.id()).stream()
                .map(StackResources.Declared::properties)
                .filter(deployment -> deployment.has(NAME))
                .toList();
        Optional<Section> named = deployments.stream()
                .filter(deployment -> !deployment.text(NAME).equals(Optional.of(OF_DEPLOYMENT)))
                .findFirst()
                .or(() -> deployments.stream().findFirst());
        return named.flatMap(deployment -> deployment.text(NAME))
                .map(name -> new Stage(
                        Optional.empty(),
                        name,
                        named.flatMap(deployment -> deployment.section("StageDescription"))
                                .map(description -> description.textMap("Variables"))
                                .orElse(Map.of())))
                .orElseGet(() -> none(api, "Prod"));
    }

    /** The first stage of an HTTP or WebSocket API. */
    static Stage ofHttp(StackResources resources, StackResources.Declared api, String usual, boolean quick) {
        List<StackResources.Declared> stages = resources.of("AWS::ApiGatewayV2::Stage", api.id());
        if (!stages.isEmpty()) {
            return first(api, stages, "StageVariables", usual);
        }
        return quick ? new Stage(Optional.empty(), usual, Map.of()) : none(api, usual);
    }

    private static Stage first(
            StackResources.Declared api, List<StackResources.Declared> stages, String variables, String usual) {
        StackResources.Declared stage = stages.get(0);
        if (stages.size() > 1) {
            api.properties()
                    .stack()
                    .warn(
                            stages.get(1).mark(),
                            api.id() + " has " + stages.size() + " stages, and is served as " + stage.id(),
                            "not served: "
                                    + stages.stream()
                                            .skip(1)
                                            .map(StackResources.Declared::id)
                                            .collect(Collectors.joining(", ")));
        }
        return new Stage(
                Optional.of(stage.id()),
                stage.properties().text(NAME).orElse(usual),
                stage.properties().textMap(variables));
    }

    private static Stage none(StackResources.Declared api, String usual) {
        api.properties()
                .stack()
                .warn(
                        api.mark(),
                        api.id() + " has no stage, and is served as " + usual,
                        "give it a stage to deploy it");
        return new Stage(Optional.empty(), usual, Map.of());
    }

    /** Whether another resource means this stage, by logical id or name. */
    boolean isNamed(String reference) {
        return Stream.concat(id.stream(), Stream.of(name)).anyMatch(reference::equals);
    }
}
