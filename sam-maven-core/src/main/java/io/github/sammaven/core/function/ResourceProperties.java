package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.Unresolved;
import java.util.List;
import java.util.Optional;

/** The properties of one resource, resolved as they are asked for; notes what is wrong with them. */
final class ResourceProperties {

    private final String logicalId;
    private final MappingNode properties;
    private final SourceMark mark;
    private final TemplateResolver resolver;
    private final List<Problem> problems;

    ResourceProperties(
            String logicalId,
            MappingNode properties,
            SourceMark mark,
            TemplateResolver resolver,
            List<Problem> problems) {
        this.logicalId = logicalId;
        this.properties = properties;
        this.mark = mark;
        this.resolver = resolver;
        this.problems = problems;
    }

    /** {@code Metadata} of a resource; empty if it has none. */
    static MappingNode metadata(MappingNode resource) {
        return resource.mapping("Metadata")
                .orElseGet(() -> MappingNode.builder(resource.mark()).build());
    }

    /** What the property comes to, as far as it is known; empty if it is absent or comes to nothing. */
    Optional<Resolution> resolved(String name) {
        return properties.get(name).map(this::resolve).filter(resolution -> !resolution
                .value()
                .isNull());
    }

    /** The property as it is in the template. */
    Optional<Node> written(String name) {
        return properties.get(name);
    }

    Resolution resolve(Node node) {
        Resolution resolution = resolver.resolve(node);
        problems.addAll(resolution.errors());
        return resolution;
    }

    /** The property as text; if it is not known, that is noted and {@code fallback} is taken. */
    String text(String name, String fallback) {
        return scalar(name, fallback).orElse(fallback);
    }

    /** The property as a whole number above zero; else that is noted and {@code fallback} is taken. */
    int number(String name, int fallback) {
        Optional<String> text = scalar(name, Integer.toString(fallback));
        Optional<Integer> number =
                text.filter(digits -> digits.matches("0*[1-9][0-9]{0,8}")).map(Integer::valueOf);
        if (text.isPresent() && number.isEmpty()) {
            error(name, name + " must be a whole number above 0, not '" + text.get() + "'", "");
        }
        return number.orElse(fallback);
    }

    private Optional<String> scalar(String name, String fallback) {
        Optional<Resolution> resolution = resolved(name);
        if (resolution.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = resolution.get().value().asText();
        if (text.isEmpty() && resolution.get().isComplete()) {
            error(
                    name,
                    name + " must be a single value, this is "
                            + resolution.get().value().kindName(),
                    "");
        }
        warnIfUnknown(name, resolution.get(), fallback);
        return text;
    }

    void warnIfUnknown(String name, Resolution resolution, String fallback) {
        resolution.unknown().stream()
                .findFirst()
                .map(first -> Problem.warning(
                        first.mark(),
                        logicalId + ": " + name + " is not known offline, " + why(first),
                        fallback.isEmpty() ? "" : "'" + fallback + "' is used instead"))
                .ifPresent(problems::add);
    }

    /** One line on why something is not known. */
    static String why(Unresolved unknown) {
        return unknown.expression() + ": " + unknown.reason();
    }

    void error(String name, String message, String suggestion) {
        problems.add(Problem.error(markOf(name), logicalId + ": " + message, suggestion));
    }

    /** Where the property is; the resource's place if it is absent. */
    SourceMark markOf(String name) {
        return properties.has(name) ? properties.keyMark(name) : mark;
    }
}
