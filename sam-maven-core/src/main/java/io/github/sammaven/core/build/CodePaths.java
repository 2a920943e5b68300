package io.github.sammaven.core.build;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The paths of functions and layers, the only ones a build itself knows of. */
public final class CodePaths implements LocalPaths {

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*|arn:.*|.*\\{\\{resolve:.*");

    private static final Map<String, String> PROPERTIES = Map.of(
            "AWS::Serverless::Function", "CodeUri",
            "AWS::Serverless::LayerVersion", "ContentUri",
            "AWS::Lambda::Function", "Code",
            "AWS::Lambda::LayerVersion", "Content");

    /** The property of a resource that holds the path of its code; empty if it has none. */
    static Optional<String> property(MappingNode resource) {
        return Optional.ofNullable(PROPERTIES.get(resource.text("Type").orElse("")));
    }

    @Override
    public Template change(Template template, UnaryOperator<String> change) {
        MappingNode root = inside(
                template.root(),
                "Globals",
                globals -> inside(globals, "Function", function -> text(function, "CodeUri", change)));
        return template.withRoot(inside(root, "Resources", resources -> {
            Map<String, Node> changed = new LinkedHashMap<>(resources.entries());
            changed.replaceAll((id, node) -> node.asMapping()
                    .<Node>map(resource -> resource(resource, change))
                    .orElse(node));
            return resources.withEntries(changed);
        }));
    }

    private static MappingNode resource(MappingNode resource, UnaryOperator<String> change) {
        return property(resource)
                .map(name -> inside(resource, "Properties", properties -> text(properties, name, change)))
                .orElse(resource);
    }

    private static MappingNode inside(MappingNode mapping, String key, UnaryOperator<MappingNode> change) {
        return mapping.mapping(key)
                .map(inner -> mapping.with(key, change.apply(inner)))
                .orElse(mapping);
    }

    private static MappingNode text(MappingNode mapping, String key, UnaryOperator<String> change) {
        return mapping.get(key)
                .filter(node -> node.asText()
                        .filter(text -> !ELSEWHERE.matcher(text).matches())
                        .isPresent())
                .map(node -> mapping.with(
                        key, ScalarNode.string(change.apply(node.asText().orElseThrow()), node.mark())))
                .orElse(mapping);
    }
}
