package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.event.EventResult;
import io.github.sammaven.core.transform.event.FunctionEvent;
import io.github.sammaven.core.transform.event.FunctionEventSources;
import io.github.sammaven.core.transform.generate.LambdaTarget;
import io.github.sammaven.core.transform.openapi.HttpApiEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects a function to its event sources, one after the other. */
final class FunctionEvents {

    private final TransformContext context;
    private final FunctionEventSources sources;

    FunctionEvents(TransformContext context, FunctionEventSources sources) {
        this.context = context;
        this.sources = sources;
    }

    /** What all events make together; what is wrong with one is collected. */
    EventResult translate(SamResource function, LambdaTarget target) {
        List<CloudFormationResource> resources = new ArrayList<>();
        List<String> managedPolicies = new ArrayList<>();
        List<Node> policies = new ArrayList<>();
        function.get("Events").flatMap(Node::asMapping).map(MappingNode::entries).orElse(Map.of()).entrySet().stream()
                .sorted(Comparator.comparing(FunctionEvents::sortKey))
                .forEach(entry -> context.errors().during(() -> {
                    EventResult result = translate(function, target, entry.getKey(), entry.getValue());
                    resources.addAll(result.resources());
                    managedPolicies.addAll(result.managedPolicies());
                    policies.addAll(result.policies());
                }));
        return new EventResult(resources, managedPolicies, policies);
    }

    /** By path where there is one, so that ids of routes do not depend on names of events. */
    private static String sortKey(Map.Entry<String, Node> event) {
        Optional<MappingNode> mapping = event.getValue().asMapping();
        Optional<String> path =
                mapping.flatMap(entry -> entry.mapping("Properties")).flatMap(properties -> properties.text("Path"));
        boolean isHttp = mapping.flatMap(entry -> entry.text("Type"))
                .filter("HttpApi"::equals)
                .isPresent();
        return path.or(() -> isHttp ? Optional.of(HttpApiEvent.DEFAULT_ROUTE.path()) : Optional.empty())
                .orElse(event.getKey());
    }

    private EventResult translate(SamResource function, LambdaTarget target, String key, Node value) {
        MappingNode event = value.asMapping()
                .orElseThrow(() -> function.invalid(
                        value, "event %s must be a mapping, this is %s".formatted(key, value.kindName()), ""));
        String type = event.text("Type").orElse("");
        MappingNode properties = event.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), event.mark()));
        return sources.of(type)
                .map(source -> source.translate(new FunctionEvent(function, key, properties, event.mark(), target)))
                .orElseGet(() -> EventResult.of(List.of()));
    }
}
