package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what a template refers to on this machine: what was built for a resource, or else the path its property holds.
 * Inline code, images, intrinsic functions and what is in S3 already are left alone.
 */
final class LocalReferences {

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final Pattern IN_S3 =
            Pattern.compile("s3://[^/]+/.+|https://s3.*|https://[^/]+\\.s3[.-][^/]*amazonaws\\.com(\\.cn)?/.+");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    private final Template template;
    private final Map<String, BuiltArtifact> built;
    private final List<LocalReference> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    LocalReferences(Template template, Collection<BuiltArtifact> built) {
        this.template = template;
        this.built = built.stream().collect(Collectors.toMap(BuiltArtifact::id, Function.identity()));
        Map<String, List<PackageableProperty>> rows =
                PackageableProperty.TABLE.stream().collect(Collectors.groupingBy(PackageableProperty::resourceType));
        template.section("Resources").forEach((logicalId, node) -> node.asMapping()
                .ifPresent(resource -> rows.getOrDefault(resource.text("Type").orElse(""), List.of())
                        .forEach(property -> look(logicalId, resource, property))));
    }

    /** In template order. */
    List<LocalReference> found() {
        return found;
    }

    /** Properties that should hold something and do not. */
    List<Problem> problems() {
        return problems;
    }

    private void look(String logicalId, MappingNode resource, PackageableProperty property) {
        MappingNode properties = resource.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of()));
        Optional<Node> value =
                property.in(properties).or(() -> global(property)).filter(node -> !node.isNull());
        SourceMark mark = value.map(Node::mark).orElse(template.resourceMark(logicalId));
        BuiltArtifact artifact = built.get(logicalId);
        if (artifact != null) {
            found.add(new LocalReference(
                    logicalId, property, artifact.path().toAbsolutePath().normalize(), artifact.source(), mark));
        } else if (!properties.has("InlineCode") && !isImage(properties, property)) {
            value.ifPresentOrElse(
                    node -> node.asText().ifPresent(text -> written(logicalId, property, text, mark)),
                    () -> problems.add(Problem.error(
                            mark,
                            logicalId + " has no " + property.name(),
                            "name the folder, jar or zip that holds its code")));
        }
    }

    private void written(String logicalId, PackageableProperty property, String text, SourceMark mark) {
        if (IN_S3.matcher(text).matches()) {
            return;
        }
        LocalReference reference = new LocalReference(
                logicalId, property, template.folder().resolve(text).normalize(), text, mark);
        if (URL.matcher(text).matches()) {
            problems.add(reference.problem(
                    new Fault("is a URL that is not in S3: " + text, "use s3://BUCKET/KEY, or a local path")));
        } else {
            found.add(reference);
        }
    }

    private Optional<Node> global(PackageableProperty property) {
        return property.resourceType().equals(FUNCTION) ? globals().flatMap(property::in) : Optional.empty();
    }

    private boolean isImage(MappingNode properties, PackageableProperty property) {
        return properties
                .text("PackageType")
                .or(() -> property.resourceType().equals(FUNCTION)
                        ? globals().flatMap(globals -> globals.text("PackageType"))
                        : Optional.empty())
                .filter("Image"::equals)
                .isPresent();
    }

    private Optional<MappingNode> globals() {
        return template.root().mapping("Globals").flatMap(globals -> globals.mapping("Function"));
    }
}
