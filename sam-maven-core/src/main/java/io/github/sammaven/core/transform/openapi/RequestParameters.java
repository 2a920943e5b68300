package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code RequestParameters} of an {@code Api} event: headers, path and query parameters that it knows. */
final class RequestParameters {

    private static final Pattern NAME = Pattern.compile("method\\.request\\.(querystring|path|header)\\.(.*)");
    private static final Set<String> KEYS = Set.of("Required", "Caching");

    private final SequenceNode parameters;
    private final Rejection rejection;

    RequestParameters(SequenceNode parameters, Rejection rejection) {
        this.parameters = parameters;
        this.rejection = rejection;
    }

    MappingNode applyTo(MappingNode method) {
        MappingNode changed = method;
        List<Node> cached = new ArrayList<>();
        for (Node parameter : parameters.items()) {
            String name = name(parameter);
            MappingNode settings = settings(parameter);
            changed =
                    changed.with("parameters", RequestModel.appended(changed, declaration(name, parameter, settings)));
            if (BlankValue.given(settings, "Caching").isPresent()) {
                cached.add(ScalarNode.string(name));
            }
        }
        if (cached.isEmpty()) {
            return changed;
        }
        MappingNode integration = changed.mapping(ApiDefinition.INTEGRATION).orElseGet(ApiDefinition::empty);
        return changed.with(ApiDefinition.INTEGRATION, integration.with("cacheKeyParameters", SequenceNode.of(cached)));
    }

    private String name(Node parameter) {
        if (ApiDefinition.isText(parameter)) {
            return parameter.asText().orElse("");
        }
        return parameter
                .asMapping()
                .filter(mapping -> mapping.size() > 0)
                .map(mapping -> mapping.keys().iterator().next())
                .orElseThrow(() -> rejection.of(
                        parameter,
                        "RequestParameters holds " + parameter.kindName(),
                        "its entries are names, or mappings of a name to settings"));
    }

    private MappingNode settings(Node parameter) {
        return parameter
                .asMapping()
                .map(mapping -> {
                    String name = mapping.keys().iterator().next();
                    MappingNode settings = Keys.mapping(
                            "RequestParameters." + name, mapping.entries().get(name), rejection);
                    Keys.allow("RequestParameters." + name, settings, KEYS, rejection);
                    return settings;
                })
                .orElseGet(ApiDefinition::empty);
    }

    private MappingNode declaration(String name, Node parameter, MappingNode settings) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw rejection.of(
                    parameter,
                    "RequestParameters has '%s', which names no parameter".formatted(name),
                    "write method.request.header.<name>, method.request.querystring.<name> or"
                            + " method.request.path.<name>");
        }
        return MappingNode.builder()
                .put("in", matcher.group(1).equals("querystring") ? "query" : matcher.group(1))
                .put("name", matcher.group(2))
                .put("required", settings.get("Required").orElseGet(() -> ScalarNode.bool(false)))
                .put("type", "string")
                .build();
    }
}
