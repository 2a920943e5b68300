package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The local files a template names that are not packaged: a deployment could not read them. */
final class LocalFiles {

    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*|arn:.*|.*\\{\\{resolve:.*");
    private static final Map<String, List<FileProperty>> ROWS =
            FileProperty.TABLE.stream().collect(Collectors.groupingBy(FileProperty::resourceType));

    private final Template template;

    LocalFiles(Template template) {
        this.template = template;
    }

    /** An error for each, sorted by place. */
    List<Problem> errors() {
        return problems(Problem::error);
    }

    /** The same as warnings. */
    List<Problem> warnings() {
        return problems(Problem::warning);
    }

    /** The template as it names them from {@code base}. */
    Template seenFrom(RelativePath base) {
        return change((property, owner) ->
                value -> ScalarNode.string(base.to(path(value.asText().orElse(""))), value.mark()));
    }

    private Path path(String written) {
        return template.folder().resolve(written).normalize();
    }

    private interface Kind {
        Problem of(SourceMark mark, String message, String suggestion);
    }

    private List<Problem> problems(Kind kind) {
        List<Problem> problems = new ArrayList<>();
        change((property, owner) -> value -> {
            problems.add(kind.of(
                    value.mark(),
                    "Parameter " + property.name() + " of " + owner
                            + " is a local file, which is not uploaded by this version: "
                            + value.asText().orElse(""),
                    property.wayOut()));
            return value;
        });
        return problems.stream().sorted().toList();
    }

    private Template change(BiFunction<FileProperty, String, UnaryOperator<Node>> change) {
        Map<String, Node> root = new LinkedHashMap<>(template.root().entries());
        root.computeIfPresent(
                "Resources",
                (name, section) -> entries(
                        section,
                        (id, resource) -> resource(resource, property -> change.apply(property, "resource " + id))));
        UnaryOperator<Node> include = change.apply(FileProperty.INCLUDE, FileProperty.INCLUDE.resourceType());
        return template.withRoot((MappingNode) includes(template.root().withEntries(root), include));
    }

    private static Node resource(Node resource, Function<FileProperty, UnaryOperator<Node>> change) {
        List<FileProperty> rows = resource.asMapping()
                .flatMap(mapping -> mapping.text("Type"))
                .map(type -> ROWS.getOrDefault(type, List.of()))
                .orElse(List.of());
        Node changed = resource;
        for (FileProperty row : rows) {
            changed = entries(
                    changed,
                    (key, value) -> key.equals("Properties") ? row.change(value, ifLocal(change.apply(row))) : value);
        }
        return changed;
    }

    private static Node includes(Node node, UnaryOperator<Node> change) {
        if (node instanceof SequenceNode sequence) {
            return new SequenceNode(
                    sequence.items().stream()
                            .map(item -> includes(item, change))
                            .toList(),
                    sequence.mark());
        }
        return entries(
                node,
                (key, value) -> key.equals("Fn::Transform") || key.equals("Transform")
                        ? transform(value, change)
                        : includes(value, change));
    }

    private static Node transform(Node node, UnaryOperator<Node> change) {
        if (node instanceof SequenceNode sequence) {
            return new SequenceNode(
                    sequence.items().stream()
                            .map(item -> transform(item, change))
                            .toList(),
                    sequence.mark());
        }
        boolean include = node.asMapping()
                .flatMap(mapping -> mapping.text("Name"))
                .filter(FileProperty.INCLUDE.resourceType()::equals)
                .isPresent();
        return include ? FileProperty.INCLUDE.change(node, ifLocal(change)) : node;
    }

    private static Node entries(Node node, BiFunction<String, Node, Node> change) {
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.replaceAll(change);
        return mapping.withEntries(entries);
    }

    /** A mapping is an intrinsic function or a place in S3 already. */
    private static UnaryOperator<Node> ifLocal(UnaryOperator<Node> change) {
        return value -> value.asText()
                .filter(text -> !text.isBlank() && !ELSEWHERE.matcher(text).matches())
                .map(text -> change.apply(value))
                .orElse(value);
    }
}
