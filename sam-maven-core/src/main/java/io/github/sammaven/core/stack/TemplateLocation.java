package io.github.sammaven.core.stack;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.Unresolved;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a resource that is a stack has its template.
 *
 * @param property that says it
 * @param written as far as it is known; a path or URL, or what stands in its place
 * @param local whether it is a path of this machine
 * @param mark where the property is
 */
record TemplateLocation(String property, String written, boolean local, SourceMark mark) {

    private static final Map<String, String> PROPERTIES =
            Map.of("AWS::Serverless::Application", "Location", "AWS::CloudFormation::Stack", "TemplateURL");
    private static final String FILE = "file://";
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*", Pattern.DOTALL);

    /** Empty if the resource is no stack, or says nothing. */
    static Optional<TemplateLocation> of(Stack stack, MappingNode resource) {
        String property = PROPERTIES.get(resource.text("Type").orElse(""));
        return Optional.ofNullable(property)
                .flatMap(name -> resource.mapping("Properties").filter(properties -> properties.has(name)))
                .map(properties -> of(
                        property,
                        stack.resolver().resolve(properties.get(property).orElseThrow()),
                        properties.keyMark(property)));
    }

    private static TemplateLocation of(String property, Resolution location, SourceMark mark) {
        Optional<String> text = location.value().asText();
        if (text.isEmpty()) {
            return new TemplateLocation(property, elsewhere(location), false, mark);
        }
        String path = text.get().startsWith(FILE) ? text.get().substring(FILE.length()) : text.get();
        return new TemplateLocation(property, path, !URL.matcher(path).matches() && !path.isBlank(), mark);
    }

    private static String elsewhere(Resolution location) {
        Optional<String> application = location.value().asMapping().flatMap(mapping -> mapping.text("ApplicationId"));
        return application
                .or(() -> location.unknown().stream().findFirst().map(Unresolved::expression))
                .orElseGet(() -> location.value().kindName());
    }
}
