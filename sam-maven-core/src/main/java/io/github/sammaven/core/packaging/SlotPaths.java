package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.LocalPaths;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.ArtifactSlots;
import io.github.sammaven.core.packaging.artifact.ArtifactTable;
import io.github.sammaven.core.packaging.artifact.TreeEdits;
import io.github.sammaven.core.packaging.artifact.WrittenLocation;
import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.packaging.loop.LoopMappings;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every path that packaging would follow, the one in {@code Globals}, those in the metadata of resources (the CDK's assets
 * and the folders of images), and those in mappings that were made for loops. Names of images stay, their archives move.
 */
public final class SlotPaths implements LocalPaths {

    private static final List<String> GLOBAL_CODE = List.of("Globals", "Function", "CodeUri");
    private static final String DOCKERFILE = "Dockerfile";
    private static final String DOCKER_CONTEXT = "DockerContext";
    private static final List<String> IN_METADATA = List.of("aws:asset:path", DOCKER_CONTEXT);

    @Override
    public Template change(Template template, UnaryOperator<String> change) {
        MappingNode root = template.root();
        Changes changes = new Changes(template.folder(), change, Loop.areExpanded(root));
        ArtifactSlots.of(template.withRoot(withoutGlobalCode(root))).forEach(changes::slot);
        function(root)
                .flatMap(function -> function.get("CodeUri"))
                .ifPresent(value -> changes.text(GLOBAL_CODE, value, ArtifactKind.CODE));
        root.mapping("Resources").ifPresent(resources -> changes.metadata(resources, List.of("Resources")));
        root.mapping("Mappings").ifPresent(changes::mappings);
        return template.withRoot(changes.edits.in(root));
    }

    /** A function that inherits its path goes on to do so. */
    private static MappingNode withoutGlobalCode(MappingNode root) {
        return function(root)
                .filter(function -> function.has("CodeUri"))
                .flatMap(function -> root.mapping("Globals")
                        .map(globals -> root.with("Globals", globals.with("Function", function.without("CodeUri")))))
                .orElse(root);
    }

    private static Optional<MappingNode> function(MappingNode root) {
        return root.mapping("Globals").flatMap(globals -> globals.mapping("Function"));
    }

    @Override
    public Template placeInLoops(Template template, Stack stack, Function<String, Optional<String>> built) {
        return Loop.areExpanded(template.root()) ? new LoopLocations(stack, built).writtenInto(template) : template;
    }

    /** Of one template. */
    private static final class Changes {

        private final Path folder;
        private final UnaryOperator<String> change;
        private final boolean loops;
        private final TreeEdits edits = new TreeEdits();

        Changes(Path folder, UnaryOperator<String> change, boolean loops) {
            this.folder = folder;
            this.change = change;
            this.loops = loops;
        }

        void slot(ArtifactSlot slot) {
            boolean plain = slot.value().flatMap(Node::asText).isPresent();
            List<String> path = plain ? slot.path() : below(slot.path(), Intrinsic.SUB);
            slot.text()
                    .flatMap(text -> moved(text, slot.property().kind()))
                    .ifPresent(text -> edits.set(path, ScalarNode.string(text, slot.mark())));
        }

        void text(List<String> path, Node value, ArtifactKind kind) {
            value.asText()
                    .flatMap(text -> moved(text, kind))
                    .ifPresent(text -> edits.set(path, ScalarNode.string(text, value.mark())));
        }

        void metadata(MappingNode resources, List<String> path) {
            resources.entries().forEach((key, value) -> {
                Optional<Loop> loop = loops ? Loop.of(key, value) : Optional.empty();
                loop.ifPresent(found -> metadata(found.body(), below(path, key, Loop.BODY_INDEX)));
                value.asMapping()
                        .flatMap(resource -> resource.mapping("Metadata"))
                        .ifPresent(metadata -> ofResource(metadata, below(path, key, "Metadata")));
            });
        }

        /** Those an earlier build made for loops. */
        void mappings(MappingNode mappings) {
            mappings.keys().stream().filter(LoopMappings::isName).forEach(name -> mappings.mapping(name)
                    .ifPresent(entries -> entries.keys()
                            .forEach(key -> entries.mapping(key).ifPresent(entry -> mapped(name, key, entry)))));
        }

        private void mapped(String name, String key, MappingNode entry) {
            entry.entries().forEach((property, value) -> ArtifactTable.kindNamed(property)
                    .ifPresent(kind -> text(List.of("Mappings", name, key, property), value, kind)));
        }

        private void ofResource(MappingNode metadata, List<String> path) {
            IN_METADATA.forEach(
                    key -> metadata.get(key).ifPresent(value -> text(below(path, key), value, ArtifactKind.FILE)));
            if (metadata.has(DOCKERFILE) && !metadata.has(DOCKER_CONTEXT)) {
                text(below(path, DOCKER_CONTEXT), ScalarNode.string(".", metadata.mark()), ArtifactKind.FILE);
            }
        }

        /** Empty if it stays. */
        private Optional<String> moved(String text, ArtifactKind kind) {
            if (text.isBlank()
                    || WrittenLocation.of(text, kind) != WrittenLocation.LOCAL
                    || kind == ArtifactKind.IMAGE && !isFile(text)) {
                return Optional.empty();
            }
            String path = WrittenLocation.path(text, kind);
            return Optional.of(change.apply(path)).filter(moved -> !moved.equals(path));
        }

        private boolean isFile(String path) {
            try {
                return Files.isRegularFile(folder.resolve(path));
            } catch (InvalidPathException image) {
                return false;
            }
        }

        private static List<String> below(List<String> path, String... keys) {
            return Stream.concat(path.stream(), Arrays.stream(keys)).toList();
        }
    }
}
