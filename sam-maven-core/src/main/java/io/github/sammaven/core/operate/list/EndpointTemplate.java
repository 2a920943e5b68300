package io.github.sammaven.core.operate.list;

import io.github.sammaven.core.operate.list.ApiDeclaration.DomainMapping;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The APIs and function URLs of one CloudFormation template; how its resources hang together is only written there. */
final class EndpointTemplate {

    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String V2_API = "AWS::ApiGatewayV2::Api";
    private static final Set<String> APIS = Set.of(REST_API, V2_API);

    private final Map<String, MappingNode> resources = new LinkedHashMap<>();
    private final Map<String, List<String>> stages = new LinkedHashMap<>();
    private final Map<String, List<DomainMapping>> domains = new LinkedHashMap<>();
    private final Map<String, List<String>> routes = new LinkedHashMap<>();

    EndpointTemplate(Template template) {
        template.section("Resources")
                .forEach((id, node) -> node.asMapping().ifPresent(resource -> resources.put(id, resource)));
        resources.forEach(this::index);
    }

    private void index(String id, MappingNode resource) {
        switch (type(resource)) {
            case "AWS::ApiGateway::Stage" -> add(stages, property(resource, "RestApiId"), id);
            case "AWS::ApiGatewayV2::Stage" -> add(stages, property(resource, "ApiId"), id);
            case "AWS::ApiGateway::BasePathMapping" ->
                add(domains, property(resource, "RestApiId"), mapping(resource, "BasePath"));
            case "AWS::ApiGatewayV2::ApiMapping" ->
                add(domains, property(resource, "ApiId"), mapping(resource, "ApiMappingKey"));
            case "AWS::ApiGatewayV2::Route" ->
                property(resource, "RouteKey").ifPresent(key -> add(routes, property(resource, "ApiId"), key));
            default -> {}
        }
    }

    private static DomainMapping mapping(MappingNode resource, String pathProperty) {
        return new DomainMapping(
                property(resource, "DomainName").orElse(""),
                property(resource, pathProperty).orElse(""));
    }

    private static <T> void add(Map<String, List<T>> index, Optional<String> api, T value) {
        api.ifPresent(id -> index.computeIfAbsent(id, none -> new ArrayList<>()).add(value));
    }

    List<ApiDeclaration> apis() {
        List<ApiDeclaration> apis = new ArrayList<>();
        resources.forEach((id, resource) -> {
            if (APIS.contains(type(resource))) {
                apis.add(new ApiDeclaration(
                        id,
                        property(resource, "ProtocolType")
                                        .filter("WEBSOCKET"::equals)
                                        .isPresent()
                                ? "wss"
                                : "https",
                        stages.getOrDefault(id, List.of()),
                        domains.getOrDefault(id, List.of()),
                        methods(id, resource)));
            }
        });
        return apis;
    }

    /** Logical ids of function URLs with that of the function each is of. */
    Map<String, String> functionUrls() {
        Map<String, String> urls = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            if (type(resource).equals("AWS::Lambda::Url")) {
                property(resource, "TargetFunctionArn").ifPresent(target -> urls.put(id, functionOf(target)));
            }
        });
        return urls;
    }

    /** Behind an alias, the function it is of. */
    private String functionOf(String target) {
        return Optional.ofNullable(resources.get(target))
                .filter(resource -> type(resource).equals("AWS::Lambda::Alias"))
                .flatMap(alias -> property(alias, "FunctionName"))
                .orElse(target);
    }

    private List<String> methods(String id, MappingNode api) {
        List<String> methods = new ArrayList<>();
        api.mapping("Properties")
                .flatMap(properties -> properties.mapping("Body"))
                .flatMap(body -> body.mapping("paths"))
                .ifPresent(paths -> paths.entries().forEach((path, item) -> item.asMapping()
                        .ifPresent(operations -> methods.add(path
                                + operations.keys().stream()
                                        .filter(key -> !key.equals("parameters"))
                                        .collect(Collectors.joining("', '", "['", "']"))))));
        methods.addAll(routes.getOrDefault(id, List.of()));
        return methods;
    }

    private static String type(MappingNode resource) {
        return resource.text("Type").orElse("");
    }

    /** A plain text, or the logical id that is referred to. */
    private static Optional<String> property(MappingNode resource, String name) {
        return resource.mapping("Properties")
                .flatMap(properties -> properties.get(name))
                .flatMap(EndpointTemplate::named);
    }

    private static Optional<String> named(Node node) {
        if (node instanceof ScalarNode text) {
            return Optional.of(text.text());
        }
        return Intrinsic.of(node)
                .filter(intrinsic -> intrinsic.name().equals(Intrinsic.REF)
                        || intrinsic.name().equals(Intrinsic.GET_ATT))
                .map(Intrinsic::argument)
                .flatMap(argument -> argument instanceof ScalarNode text
                        ? Optional.of(text.text().split("\\.")[0])
                        : first(argument));
    }

    private static Optional<String> first(Node argument) {
        return argument instanceof SequenceNode list
                        && !list.items().isEmpty()
                        && list.items().get(0) instanceof ScalarNode text
                ? Optional.of(text.text())
                : Optional.empty();
    }
}
