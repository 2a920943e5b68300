package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the image of a function comes to be, and what is started in it. */
final class ImageReader {

    private final Template template;
    private final ResourceProperties properties;
    private final List<Problem> problems;
    private final String id;

    ImageReader(Template template, ResourceProperties properties, List<Problem> problems, String id) {
        this.template = template;
        this.properties = properties;
        this.problems = problems;
        this.id = id;
    }

    ImageConfig config() {
        Optional<MappingNode> config =
                properties.resolved("ImageConfig").map(Resolution::value).flatMap(Node::asMapping);
        return config.map(found -> new ImageConfig(
                        words(found, "EntryPoint"), words(found, "Command"), found.text("WorkingDirectory")))
                .orElse(ImageConfig.NONE);
    }

    private List<String> words(MappingNode config, String name) {
        Optional<Node> value = config.get(name).filter(node -> !node.isNull());
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        List<Node> items = value.get()
                .asSequence()
                .map(SequenceNode::items)
                .orElse(value.get().asText().isPresent() ? List.of(value.get()) : List.of());
        for (Node item : items) {
            item.asText()
                    .ifPresentOrElse(
                            words::add,
                            () -> properties.error(
                                    "ImageConfig", name + " must be a list of texts, with " + item.kindName(), ""));
        }
        return words;
    }

    Optional<DockerBuild> build(MappingNode resource) {
        Optional<MappingNode> metadata = resource.mapping("Metadata");
        boolean told = metadata.filter(found -> found.has("Dockerfile") || found.has("DockerContext"))
                .isPresent();
        if (!told) {
            return Optional.empty();
        }
        MappingNode found = metadata.orElseThrow();
        return Optional.of(new DockerBuild(
                context(found),
                text(found, "Dockerfile").orElse("Dockerfile"),
                text(found, "DockerTag"),
                arguments(found),
                text(found, "DockerBuildTarget"),
                extraParameters(found),
                text(found, "DockerImage")));
    }

    private List<String> extraParameters(MappingNode metadata) {
        List<String> texts = new ArrayList<>();
        Optional<Node> value = metadata.get("DockerBuildExtraParams").filter(node -> !node.isNull());
        if (value.isPresent() && value.get().asSequence().isEmpty()) {
            problems.add(Problem.error(
                    metadata.keyMark("DockerBuildExtraParams"),
                    id + ": DockerBuildExtraParams must be a list of texts, not "
                            + value.get().kindName(),
                    ""));
        }
        metadata.sequence("DockerBuildExtraParams").map(SequenceNode::items).orElse(List.of()).stream()
                .flatMap(item -> resolved(item).stream())
                .forEach(texts::add);
        return texts;
    }

    private Path context(MappingNode metadata) {
        String written = text(metadata, "DockerContext").orElse(".");
        try {
            return template.folder().resolve(written).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problems.add(Problem.error(
                    metadata.keyMark("DockerContext"), id + ": DockerContext is not a path: " + e.getReason(), ""));
            return template.folder();
        }
    }

    private Map<String, String> arguments(MappingNode metadata) {
        Map<String, String> arguments = new LinkedHashMap<>();
        metadata.mapping("DockerBuildArgs").ifPresent(all -> all.entries()
                .forEach((name, value) -> resolved(value).ifPresent(text -> arguments.put(name, text))));
        return arguments;
    }

    private Optional<String> text(MappingNode metadata, String name) {
        return metadata.get(name).flatMap(this::resolved).filter(text -> !text.isBlank());
    }

    private Optional<String> resolved(Node node) {
        return properties.resolve(node).value().asText();
    }
}
