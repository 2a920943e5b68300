package io.github.sammaven.core.deploy.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.aws.PropertyDetail;
import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows which values must not be shown: what parameters with {@code NoEcho} go into, what was resolved from a dynamic
 * reference, and what its name or its looks give away. In doubt a value is hidden.
 */
final class Secrets {

    private static final String DYNAMIC_REFERENCE = "{{resolve:";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}.][^}.]*)");

    /** A shorter text is part of too many others. */
    private static final int TELLING = 4;

    private final Set<String> hiddenParameters = new HashSet<>();
    private final Set<String> hiddenValues = new HashSet<>();
    private final ResourceOrigins origins;
    private final Map<Node, Boolean> secretNodes = new IdentityHashMap<>();
    private final Map<Node, Boolean> resolvedNodes = new IdentityHashMap<>();

    /** @param values of the parameters, as far as they were given */
    Secrets(Template template, Map<String, String> values, ResourceOrigins origins) {
        this.origins = origins;
        template.section("Parameters").forEach((name, node) -> {
            Optional<MappingNode> declaration = node.asMapping();
            if (declaration
                    .flatMap(all -> all.text("NoEcho"))
                    .filter("true"::equalsIgnoreCase)
                    .isPresent()) {
                hiddenParameters.add(name);
                Stream.concat(
                                Optional.ofNullable(values.get(name)).stream(),
                                declaration.flatMap(all -> all.text("Default")).stream())
                        .filter(value -> value.length() >= TELLING)
                        .forEach(hiddenValues::add);
            }
        });
    }

    /**
     * Whether the values of a property are hidden.
     *
     * @param path {@code /Properties/Environment/Variables/STAGE}
     */
    boolean hides(
            String logicalId,
            String path,
            List<PropertyDetail> details,
            Optional<String> before,
            Optional<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return false;
        }
        List<Node> expressions = origins.expressions(logicalId, path);
        boolean resolved = expressions.stream().anyMatch(this::isResolved);
        return SecretNames.inPath(path)
                || details.stream().anyMatch(detail -> hiddenParameters.contains(detail.causingEntity()))
                || Stream.concat(before.stream(), after.stream())
                        .anyMatch(value -> isSecret(path, value) || (resolved && !value.contains(DYNAMIC_REFERENCE)))
                || expressions.stream().anyMatch(this::refersToHidden);
    }

    private boolean isSecret(String path, String value) {
        return SecretNames.inValue(value)
                || hiddenValues.stream().anyMatch(value::contains)
                || JsonDifference.document(value)
                        .filter(document -> namesSecret(path, document))
                        .isPresent();
    }

    private static boolean namesSecret(String path, JsonNode document) {
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            String below = path + "/" + entry.getKey();
            boolean secret = entry.getValue().isContainerNode()
                    ? namesSecret(below, entry.getValue())
                    : SecretNames.inPath(below);
            if (secret) {
                return true;
            }
        }
        if (document.isArray()) {
            for (JsonNode item : document) {
                if (namesSecret(path, item)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean refersToHidden(Node node) {
        return !hiddenParameters.isEmpty()
                && secretNodes.computeIfAbsent(node, any -> anyInside(any, this::isHiddenReference));
    }

    private boolean isHiddenReference(Node node) {
        Optional<MappingNode> mapping = node.asMapping();
        boolean ref = mapping.flatMap(all -> all.text("Ref"))
                .filter(hiddenParameters::contains)
                .isPresent();
        return ref
                || mapping.flatMap(all -> all.get("Fn::Sub")).stream()
                        .flatMap(text -> Stream.concat(
                                text.asText().stream(),
                                text.asSequence().map(SequenceNode::items).orElse(List.of()).stream()
                                        .flatMap(item -> item.asText().stream())))
                        .anyMatch(this::substitutesHidden);
    }

    private boolean substitutesHidden(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (hiddenParameters.contains(placeholder.group(1).strip())) {
                return true;
            }
        }
        return false;
    }

    private boolean isResolved(Node node) {
        return resolvedNodes.computeIfAbsent(
                node,
                any -> anyInside(any, inside -> inside.asText()
                        .filter(text -> text.contains(DYNAMIC_REFERENCE))
                        .isPresent()));
    }

    private static boolean anyInside(Node node, Predicate<Node> test) {
        if (test.test(node)) {
            return true;
        }
        return Stream.concat(
                        node.asMapping().stream().flatMap(mapping -> mapping.entries().values().stream()),
                        node.asSequence().map(SequenceNode::items).orElse(List.of()).stream())
                .anyMatch(inside -> anyInside(inside, test));
    }
}
