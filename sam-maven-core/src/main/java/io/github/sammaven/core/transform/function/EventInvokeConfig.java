package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code EventInvokeConfig}: retries of asynchronous calls, and where their results go. */
public final class EventInvokeConfig {

    private final TransformContext context;

    public EventInvokeConfig(TransformContext context) {
        this.context = context;
    }

    /**
     * @param resources the configuration, and queues and topics made for it
     * @param policies what the function's role needs
     */
    public record Result(List<CloudFormationResource> resources, List<Node> policies) {}

    /**
     * @param alias name of the function's alias
     * @param aliasId its logical id
     */
    public Result translate(SamResource function, Optional<String> alias, Optional<String> aliasId) {
        Optional<MappingNode> config = function.given("EventInvokeConfig")
                .map(context.parameters()::resolve)
                .flatMap(Node::asMapping);
        if (config.isEmpty()) {
            return new Result(List.of(), List.of());
        }
        String id = function.logicalId() + "EventInvokeConfig";
        List<InvokeDestination> destinations = destinations(function, id, config.get());
        List<CloudFormationResource> resources = new ArrayList<>();
        destinations.forEach(destination -> destination.made().ifPresent(resources::add));
        MappingNode.Builder targets = MappingNode.builder();
        destinations.forEach(
                destination -> targets.put(destination.name(), MappingNode.of("Destination", destination.target())));
        MappingNode properties = MappingNode.builder()
                .put("DestinationConfig", targets.build())
                .put("FunctionName", Intrinsic.ref(function.logicalId()))
                .copy(config.get(), "MaximumEventAgeInSeconds")
                .copy(config.get(), "MaximumRetryAttempts")
                .put("Qualifier", ScalarNode.string(alias.orElse("$LATEST")))
                .build();
        CloudFormationResource main =
                function.main(id, "AWS::Lambda::EventInvokeConfig", properties).withoutAttribute("DependsOn");
        resources.add(aliasId.map(other -> main.withAttribute("DependsOn", SequenceNode.ofTexts(other)))
                .orElse(main));
        return new Result(
                resources, destinations.stream().map(InvokeDestination::policy).toList());
    }

    private List<InvokeDestination> destinations(SamResource function, String id, MappingNode config) {
        Optional<Node> written = config.get("DestinationConfig").filter(value -> !value.isNull());
        MappingNode given = written.map(node -> node.asMapping()
                        .orElseThrow(() -> function.invalid(
                                node,
                                "EventInvokeConfig.DestinationConfig must be a mapping, this is " + node.kindName(),
                                "")))
                .orElseGet(() -> MappingNode.of(Map.of()));
        InvokeDestinations destinations = new InvokeDestinations(function, id, context.conditions());
        return List.of("OnSuccess", "OnFailure").stream()
                .flatMap(name ->
                        given
                                .get(name)
                                .filter(value -> !value.isNull())
                                .map(value -> destinations.of(name, value))
                                .stream())
                .toList();
    }
}
