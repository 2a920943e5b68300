package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the places of a template that may name something on this machine: metadata, then includes, then resources. */
public final class ArtifactSlots {

    private static final String FUNCTION = "AWS::Serverless::Function";

    private final Template template;
    private final Globals globals;
    private final boolean loops;
    private final List<ArtifactSlot> found = new ArrayList<>();

    private ArtifactSlots(Template template) {
        this.template = template;
        this.globals = new Globals(template);
        this.loops = Loop.areExpanded(template.root());
    }

    /** Those of {@code template}, in the order in which they are packaged. */
    public static List<ArtifactSlot> of(Template template) {
        ArtifactSlots slots = new ArtifactSlots(template);
        slots.metadata();
        slots.found.addAll(IncludeSlots.of(template.root()));
        template.root()
                .mapping("Resources")
                .ifPresent(resources -> slots.resources(resources, List.of(), List.of("Resources")));
        return slots.found;
    }

    private void metadata() {
        for (ArtifactProperty property : ArtifactTable.METADATA) {
            template.root()
                    .mapping("Metadata")
                    .flatMap(metadata -> metadata.mapping(property.owner()))
                    .ifPresent(entry -> property.path()
                            .in(entry)
                            .forEach(match -> found.add(new ArtifactSlot(
                                    property,
                                    property.owner(),
                                    property.owner(),
                                    List.of(),
                                    joined(List.of("Metadata", property.owner()), match.keys()),
                                    Optional.of(match.value()),
                                    match.value().mark()))));
        }
    }

    private void resources(MappingNode entries, List<Loop> around, List<String> path) {
        entries.entries().forEach((key, value) -> {
            Optional<Loop> loop = loops ? Loop.of(key, value) : Optional.empty();
            if (loop.isPresent()) {
                List<Loop> inner = new ArrayList<>(around);
                inner.add(loop.get());
                resources(loop.get().body(), inner, joined(path, List.of(key, Loop.BODY_INDEX)));
            } else if (value instanceof MappingNode resource) {
                new OfResource(key, resource, entries.keyMark(key), around, joined(path, List.of(key))).add();
            }
        });
    }

    /** One resource. */
    private final class OfResource {

        private final String logicalId;
        private final MappingNode resource;
        private final SourceMark mark;
        private final List<Loop> around;
        private final List<String> path;
        private final MappingNode properties;

        OfResource(String logicalId, MappingNode resource, SourceMark mark, List<Loop> around, List<String> path) {
            this.logicalId = logicalId;
            this.resource = resource;
            this.mark = mark;
            this.around = around;
            this.path = joined(path, List.of("Properties"));
            this.properties = resource.mapping("Properties")
                    .orElseGet(() -> MappingNode.builder(resource.mark()).build());
        }

        void add() {
            List<ArtifactProperty> rows = ArtifactTable.of(resource.text("Type").orElse(""));
            if (rows.isEmpty() || properties.has("InlineCode")) {
                return;
            }
            String packageType = packageType();
            for (ArtifactProperty row : rows) {
                if (row.appliesTo(packageType)) {
                    add(row);
                }
            }
        }

        private void add(ArtifactProperty row) {
            List<PropertyPath.Match> matches = row.path().in(properties).stream()
                    .filter(match -> !match.value().isNull())
                    .toList();
            for (PropertyPath.Match match : matches) {
                add(row, match.keys(), Optional.of(match.value()));
            }
            if (matches.isEmpty() && !row.path().isPattern() && !row.path().isHiddenIn(properties)) {
                add(row, row.path().keys(), global(row));
            }
        }

        private void add(ArtifactProperty row, List<String> keys, Optional<Node> value) {
            found.add(new ArtifactSlot(
                    row,
                    logicalId,
                    ResourceName.of(logicalId, resource),
                    around,
                    joined(path, keys),
                    value,
                    value.map(Node::mark).orElse(mark)));
        }

        /** The one global that counts here. */
        private Optional<Node> global(ArtifactProperty row) {
            return row.owner().equals(FUNCTION) && row.kind() == ArtifactKind.CODE
                    ? ofFunction(row.path().last())
                    : Optional.empty();
        }

        private String packageType() {
            return properties
                    .text("PackageType")
                    .or(() -> ofFunction("PackageType").flatMap(Node::asText))
                    .orElse("Zip");
        }

        private Optional<Node> ofFunction(String name) {
            return resource.text("Type").filter(FUNCTION::equals).isPresent()
                    ? globals.properties(resource, Set.of()).get(name).filter(node -> !node.isNull())
                    : Optional.empty();
        }
    }

    /** One path after the other. */
    public static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
