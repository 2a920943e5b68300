package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares the <code>{parameters}</code> of a path at a method, as OpenAPI 3 demands. */
final class PathParameters {

    private static final String PARAMETERS = "parameters";
    private static final Pattern PARAMETER = Pattern.compile("\\{(.*?)}");
    private static final ScalarNode REQUIRED = ScalarNode.bool(true);

    private final Set<String> names = new LinkedHashSet<>();

    PathParameters(String path) {
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    /** Adds those that are missing; those that are there become required ones of the path. */
    MappingNode applyTo(MappingNode method) {
        if (names.isEmpty()) {
            return method;
        }
        Set<String> missing = new LinkedHashSet<>(names);
        List<Node> parameters = new ArrayList<>();
        method.sequence(PARAMETERS).ifPresent(declared -> declared.items()
                .forEach(parameter -> parameters.add(parameter
                        .asMapping()
                        .<Node>map(known -> required(known, missing))
                        .orElse(parameter))));
        missing.forEach(name -> parameters.add(MappingNode.builder()
                .put("name", name)
                .put("in", "path")
                .put("required", REQUIRED)
                .build()));
        return method.with(PARAMETERS, SequenceNode.of(parameters));
    }

    private MappingNode required(MappingNode parameter, Set<String> missing) {
        String name = parameter.text("name").orElse("");
        missing.remove(name);
        return names.contains(name)
                ? parameter.with("in", ScalarNode.string("path")).with("required", REQUIRED)
                : parameter;
    }
}
