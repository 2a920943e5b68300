package io.github.sammaven.core.build;

import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The template of one stack as it is after a build, for a folder of its own: built code and images in the places of their
 * sources, built templates in those of nested stacks, and every other path as it is seen from there. What was built says
 * {@code SkipBuild}, so that packaging the result does not build it once more.
 */
final class BuiltTemplate {

    private static final Map<String, String> NESTED =
            Map.of("AWS::Serverless::Application", "Location", "AWS::CloudFormation::Stack", "TemplateURL");

    private static final Map<String, String> CODE = Map.of(
            "AWS::Serverless::Function", "CodeUri",
            "AWS::Serverless::LayerVersion", "ContentUri",
            "AWS::Lambda::Function", "Code",
            "AWS::Lambda::LayerVersion", "Content");

    /** Where the CDK says what a property names; packaging takes that for the property's value. */
    private static final String CDK_ASSET = "aws:asset:path";

    private static final String CDK_IMAGE = "aws:asset:local-image";

    private final StackTree stacks;
    private final LocalPaths paths;
    private final BuiltContent content;

    BuiltTemplate(StackTree stacks, LocalPaths paths, BuiltContent content) {
        this.stacks = stacks;
        this.paths = paths;
        this.content = content;
    }

    /** @param folder where the result will lie */
    Template of(Stack stack, Path folder) {
        Template moved = paths.placeInLoops(
                paths.change(
                        stack.template(),
                        written -> moved(written, stack.template().folder(), folder)),
                stack,
                id -> placed(id, folder));
        return moved.withRoot(inside(moved.root(), "Resources", resources -> {
            Map<String, Node> changed = new LinkedHashMap<>(resources.entries());
            changed.replaceAll((id, node) -> node.asMapping()
                    .<Node>map(resource -> resource(stack.idOf(id), id, resource, folder))
                    .orElse(node));
            return resources.withEntries(changed);
        }));
    }

    private Optional<String> placed(String id, Path folder) {
        return content.built().contains(id)
                ? Optional.of(relative(folder, content.paths().get(id)))
                : Optional.ofNullable(content.images().get(id));
    }

    private MappingNode resource(String id, String logicalId, MappingNode resource, Path folder) {
        String type = resource.text("Type").orElse("");
        if (content.paths().containsKey(id)) {
            MappingNode located = CODE.containsKey(type)
                    ? located(
                            resource,
                            CODE.get(type),
                            relative(folder, content.paths().get(id)))
                    : resource;
            return content.built().contains(id) ? marked(located, logicalId, true) : located;
        }
        if (content.images().containsKey(id)) {
            ScalarNode name = text(content.images().get(id), resource);
            MappingNode located = type.equals("AWS::Lambda::Function")
                    ? set(resource, "Code", MappingNode.of("ImageUri", name))
                    : set(resource, "ImageUri", name);
            return marked(told(located, CDK_IMAGE, name), logicalId, false);
        }
        return NESTED.containsKey(type) && stacks.stack(id).isPresent()
                ? located(resource, NESTED.get(type), logicalId + "/" + BuiltTemplates.NAME)
                : resource;
    }

    private static MappingNode located(MappingNode resource, String property, String path) {
        ScalarNode location = text(path, resource);
        return told(set(resource, property, location), CDK_ASSET, location);
    }

    /** With another value in its metadata, if there is one. */
    private static MappingNode told(MappingNode resource, String key, Node value) {
        return resource.mapping("Metadata")
                .filter(metadata -> metadata.has(key))
                .map(metadata -> resource.with("Metadata", metadata.with(key, value)))
                .orElse(resource);
    }

    private static MappingNode marked(MappingNode resource, String logicalId, boolean skip) {
        MappingNode metadata = resource.mapping("Metadata")
                .orElseGet(() -> MappingNode.builder(resource.mark()).build());
        MappingNode named = metadata.has("SamResourceId")
                ? metadata
                : metadata.with("SamResourceId", ScalarNode.string(logicalId, metadata.mark()));
        return resource.with(
                "Metadata", skip ? named.with("SkipBuild", ScalarNode.bool(true, metadata.mark())) : named);
    }

    private static MappingNode set(MappingNode resource, String property, Node value) {
        MappingNode properties = resource.mapping("Properties")
                .orElseGet(() -> MappingNode.builder(resource.mark()).build());
        return resource.with("Properties", properties.with(property, value));
    }

    private static ScalarNode text(String text, MappingNode resource) {
        return ScalarNode.string(text, resource.mark());
    }

    private static MappingNode inside(MappingNode mapping, String key, UnaryOperator<MappingNode> change) {
        return mapping.mapping(key)
                .map(inner -> mapping.with(key, change.apply(inner)))
                .orElse(mapping);
    }

    private static String moved(String written, Path from, Path to) {
        try {
            return from.getFileSystem().getPath(written).isAbsolute()
                    ? written
                    : relative(to, from.resolve(written).normalize());
        } catch (InvalidPathException noPath) {
            return written;
        }
    }

    /** Separated by {@code /} on every system; absolute only where there is no relative path, as between drives. */
    private static String relative(Path folder, Path file) {
        Path path = folder.getRoot().equals(file.getRoot()) ? folder.relativize(file) : file;
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }
}
