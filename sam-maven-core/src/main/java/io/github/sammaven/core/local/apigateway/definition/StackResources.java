package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of API Gateway in a stack, those left out whose condition is false. */
final class StackResources {

    static final String REST_API = "AWS::ApiGateway::RestApi";
    static final String HTTP_API = "AWS::ApiGatewayV2::Api";

    private static final List<String> FAMILIES = List.of("AWS::ApiGateway::", "AWS::ApiGatewayV2::");

    /** Large, and read with its own care. */
    private static final String BODY = "Body";

    private final Map<String, List<Declared>> byType = new LinkedHashMap<>();
    private final Map<Owned, List<Declared>> byApi = new LinkedHashMap<>();

    /**
     * One resource.
     *
     * @param properties resolved, without a body
     * @param body as it is written
     */
    record Declared(String id, Section properties, Optional<Node> body, SourceMark mark) {}

    private record Owned(String type, String api) {}

    StackResources(StackReading stack) {
        stack.template().section("Resources").forEach((id, node) -> node.asMapping()
                .filter(resource -> stack.exists(resource.text("Condition")))
                .ifPresent(resource -> add(stack, id, resource)));
        Set<String> apis = new HashSet<>();
        List.of(REST_API, HTTP_API).forEach(type -> of(type).forEach(api -> apis.add(api.id())));
        byType.forEach((type, resources) -> resources.forEach(resource -> own(type, resource, apis)));
    }

    private void add(StackReading stack, String id, MappingNode resource) {
        String type = resource.text("Type").orElse("");
        if (FAMILIES.stream().noneMatch(type::startsWith)) {
            return;
        }
        MappingNode properties = resource.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of()));
        SourceMark mark = stack.mark(id);
        MappingNode resolved =
                stack.resolve(properties.without(BODY)).asMapping().orElseGet(() -> MappingNode.of(Map.of(), mark));
        byType.computeIfAbsent(type, unused -> new ArrayList<>())
                .add(new Declared(
                        id,
                        new Section(stack, id, mark, resolved),
                        properties.get(BODY).filter(body -> !body.isNull()),
                        mark));
    }

    private void own(String type, Declared resource, Set<String> apis) {
        String property = type.startsWith("AWS::ApiGateway::") ? "RestApiId" : "ApiId";
        Optional<String> api = resource.properties().reference(property);
        if (api.isEmpty()) {
            return;
        }
        if (!apis.contains(api.get())) {
            resource.properties()
                    .warn(property, "belongs to an API that is not in this template, and is not served", "");
            return;
        }
        byApi.computeIfAbsent(new Owned(type, api.get()), unused -> new ArrayList<>())
                .add(resource);
    }

    /** All of a type, in template order. */
    List<Declared> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Those that belong to an API. */
    List<Declared> of(String type, String api) {
        return byApi.getOrDefault(new Owned(type, api), List.of());
    }
}
