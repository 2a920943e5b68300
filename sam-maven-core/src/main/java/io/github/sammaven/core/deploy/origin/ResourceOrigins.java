package io.github.sammaven.core.deploy.origin;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
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
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads resources of a stack, generated ones too, and the properties in them back to the template.
 *
 * <p>The template is transformed when the first question needs it, and then once. Where that does not help (the transform
 * refuses, the resource comes from an older template) SAM's way of naming does: it puts the name of the resource first.
 * Not safe for threads.
 */
public final class ResourceOrigins {

    private final Template template;
    private final ResourceMarks marks;
    private final Supplier<TransformResult> transform;
    private @Nullable TransformResult transformed;
    private @Nullable Map<String, Integer> positions;
    private @Nullable TreeMap<SourceMark, String> idsByMark;

    ResourceOrigins(Template template, Supplier<TransformResult> transform) {
        this.template = template;
        this.marks = new ResourceMarks(template);
        this.transform = transform;
    }

    /** @param parameters values by name, as far as they are known */
    public static ResourceOrigins of(Template template, String region, Map<String, String> parameters) {
        TransformOptions options = TransformOptions.offline(region, parameters).forValidation();
        return new ResourceOrigins(template, () -> new SamTransformer().transform(template, options));
    }

    /** Of a template that is not here. */
    public static ResourceOrigins unknown() {
        Template empty = new Template(MappingNode.of(Map.of()), Path.of(""), TemplateFormat.YAML, List.of());
        return new ResourceOrigins(empty, () -> {
            throw new IllegalStateException("there is nothing to transform");
        });
    }

    /** The resource's own place, else that of the one it was generated for; {@link SourceMark#NONE} if there is neither. */
    public SourceMark mark(String logicalId) {
        SourceMark own = marks.of(logicalId);
        if (own.isKnown()) {
            return own;
        }
        return source(logicalId).map(marks::of).orElse(SourceMark.NONE);
    }

    /**
     * The place of a property, or of the closest thing around it that the template has.
     *
     * @param path {@code /Properties/KeySchema/0}, in terms of CloudFormation
     */
    public SourceMark mark(String logicalId, String path) {
        SourceMark start = mark(logicalId);
        return resource(logicalId)
                .map(resource -> PropertyWay.of(resource, start, path).mark())
                .orElse(start);
    }

    /**
     * What the template says that may decide on a property, as it is written: the value at {@code path}, or what is around
     * it where the template gets no further, with {@code Globals}; of a generated resource all of its source.
     */
    public List<Node> expressions(String logicalId, String path) {
        Optional<MappingNode> written = template.resource(logicalId);
        if (written.isEmpty()) {
            return source(logicalId)
                    .flatMap(template::resource)
                    .map(this::withGlobals)
                    .orElse(List.of());
        }
        Node end = PropertyWay.of(written.get(), SourceMark.NONE, path).node();
        boolean vague = end == written.get()
                || written.get().get("Properties").filter(end::equals).isPresent();
        return vague ? withGlobals(end) : List.of(end);
    }

    private List<Node> withGlobals(Node node) {
        return Stream.concat(Stream.of(node), template.root().get("Globals").stream())
                .toList();
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
        if (isWritten(logicalId) || !isServerless()) {
            return Optional.empty();
        }
        Optional<String> owner = Optional.ofNullable(transformed().owners().get(logicalId));
        return owner.filter(this::isWritten)
                .or(() -> transformedResource(logicalId).flatMap(this::writtenIn))
                .or(() -> owner.flatMap(this::transformedResource).flatMap(this::writtenIn))
                .or(() -> marks.origin(logicalId));
    }

    private Optional<MappingNode> resource(String logicalId) {
        Optional<MappingNode> written = template.resource(logicalId);
        boolean plain = written.isPresent()
                && !written.flatMap(resource -> resource.text("Type"))
                        .orElse("")
                        .startsWith("AWS::Serverless::");
        if (plain || !isServerless()) {
            return written;
        }
        return transformedResource(logicalId).or(() -> written);
    }

    private Optional<MappingNode> transformedResource(String logicalId) {
        return transformed().template().flatMap(result -> result.resource(logicalId));
    }

    private boolean isWritten(String logicalId) {
        return template.section("Resources").containsKey(logicalId);
    }

    /** The resource whose text the first known place in {@code generated} belongs to. */
    private Optional<String> writtenIn(MappingNode generated) {
        return firstMark(generated).map(mark -> idsByMark().floorEntry(mark)).map(Map.Entry::getValue);
    }

    private Optional<SourceMark> firstMark(Node node) {
        Optional<SourceMark> own = Optional.of(node.mark()).filter(mark -> mark.line() > 0 && isInResources(mark));
        if (own.isPresent()) {
            return own;
        }
        Stream<Node> inside = Stream.concat(
                node.asMapping().stream().flatMap(mapping -> mapping.entries().values().stream()),
                node.asSequence().map(SequenceNode::items).orElse(List.of()).stream());
        return inside.map(this::firstMark).flatMap(Optional::stream).findFirst();
    }

    private boolean isInResources(SourceMark mark) {
        Map.Entry<SourceMark, String> entry = idsByMark().floorEntry(mark);
        return entry != null
                && entry.getKey().file().equals(mark.file())
                && !entry.getValue().isEmpty();
    }

    private TreeMap<SourceMark, String> idsByMark() {
        if (idsByMark == null) {
            TreeMap<SourceMark, String> index = new TreeMap<>();
            template.root().keys().forEach(section -> index.put(template.root().keyMark(section), ""));
            template.section("Resources").keySet().forEach(id -> index.put(template.resourceMark(id), id));
            idsByMark = index;
        }
        return idsByMark;
    }

    private boolean isServerless() {
        return template.root().has("Transform");
    }

    private TransformResult transformed() {
        if (transformed == null) {
            transformed = transform.get();
        }
        return transformed;
    }
}
