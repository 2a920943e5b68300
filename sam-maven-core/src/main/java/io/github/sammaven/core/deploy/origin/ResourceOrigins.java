package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leads resources of a stack, generated ones too, and the properties in them back to the template. Nothing is worked out
 * before it is asked for, and then once. Not safe for threads.
 */
public final class ResourceOrigins {

    private static final String PROPERTIES = "Properties";

    private final Template template;
    private final ResourceMarks marks;
    private final Globals globals;
    private final SourceResource sources;
    private final Map<String, MappingNode> merged = new HashMap<>();
    private @Nullable Map<String, Integer> positions;

    ResourceOrigins(Template template, Supplier<TransformResult> transform) {
        this.template = template;
        this.marks = new ResourceMarks(template);
        this.globals = new Globals(template);
        this.sources = new SourceResource(template, transform);
    }

    /** @param parameters values by name, as far as they are known */
    public static ResourceOrigins of(Template template, String region, Map<String, String> parameters) {
        TransformOptions options = TransformOptions.offline(region, parameters).forValidation();
        return new ResourceOrigins(template, () -> new SamTransformer().transform(template, options));
    }

    /** Of a template that is not here. */
    public static ResourceOrigins unknown() {
        return of(new Template(MappingNode.of(Map.of()), Path.of(""), TemplateFormat.YAML, List.of()), "", Map.of());
    }

    /** The resource's own place, else that of the one it was generated for; {@link SourceMark#NONE} if there is neither. */
    public SourceMark mark(String logicalId) {
        SourceMark own = marks.of(logicalId);
        return own.isKnown() ? own : source(logicalId).map(marks::of).orElse(SourceMark.NONE);
    }

    /**
     * The place of a property, or of the closest thing around it that the template has.
     *
     * @param path {@code /Properties/KeySchema/0}, in terms of CloudFormation
     */
    public SourceMark mark(String logicalId, String path) {
        SourceMark start = mark(logicalId);
        Optional<MappingNode> own = resource(logicalId);
        if (own.isPresent()) {
            return way(own.get(), start, path).mark();
        }
        return source(logicalId)
                .flatMap(this::resource)
                .map(resource -> way(resource, start, path))
                .filter(PropertyWay::complete)
                .map(PropertyWay::mark)
                .orElse(start);
    }

    /**
     * What the template says that may decide on a property, {@code Globals} included: the value at {@code path}, or what is
     * around it where the template gets no further; of a generated resource all of its source. Empty if neither is there.
     */
    public Optional<Node> expression(String logicalId, String path) {
        return resource(logicalId)
                .<Node>map(resource -> way(resource, SourceMark.NONE, path).node())
                .or(() -> source(logicalId).flatMap(this::resource));
    }

    /** An attribute of a resource of the template, such as {@code UpdateReplacePolicy}, if it is plain text. */
    public Optional<String> attribute(String logicalId, String name) {
        return template.resource(logicalId).flatMap(resource -> resource.text(name));
    }

    /** The place of a resource among those of the template, from 0; generated ones stand with their source. */
    public int position(String logicalId) {
        if (positions == null) {
            positions = new HashMap<>();
            for (String id : template.section("Resources").keySet()) {
                positions.put(id, positions.size());
            }
        }
        Integer own = positions.get(logicalId);
        return own != null ? own : source(logicalId).map(positions::get).orElse(Integer.MAX_VALUE);
    }

    /** The resource of the template that {@code logicalId} was generated for; empty if it is in the template itself. */
    public Optional<String> source(String logicalId) {
        return sources.of(logicalId);
    }

    /** As it is written, with {@code Globals} merged in. */
    private Optional<MappingNode> resource(String logicalId) {
        return template.resource(logicalId)
                .map(written -> isServerless(written)
                        ? merged.computeIfAbsent(
                                logicalId, id -> written.with(PROPERTIES, globals.properties(written, Set.of())))
                        : written);
    }

    private static boolean isServerless(MappingNode resource) {
        return resource.text("Type").orElse("").startsWith("AWS::Serverless::");
    }

    /** Under the name that the property has in a SAM resource, if it is one. */
    private static PropertyWay way(MappingNode resource, SourceMark start, String path) {
        String[] steps = path.split("/", 4);
        if (isServerless(resource) && steps.length > 2 && steps[1].equals(PROPERTIES)) {
            MappingNode properties = resource.mapping(PROPERTIES).orElse(resource);
            for (String name : SamNames.of(steps[2])) {
                if (properties.has(name)) {
                    steps[2] = name;
                    return PropertyWay.of(resource, start, String.join("/", steps));
                }
            }
        }
        return PropertyWay.of(resource, start, path);
    }
}
