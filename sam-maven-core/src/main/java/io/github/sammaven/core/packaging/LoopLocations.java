package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.ArtifactSlots;
import io.github.sammaven.core.packaging.artifact.TreeEdits;
import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.packaging.loop.LoopMappings;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.packaging.loop.Turns;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts what was built for functions and layers of loops into the template of a stack, through mappings. */
final class LoopLocations {

    private final Stack stack;
    private final Turns turns;
    private final Function<String, Optional<String>> built;

    /** @param built place by id; empty if there is none */
    LoopLocations(Stack stack, Function<String, Optional<String>> built) {
        this.stack = stack;
        this.turns = new Turns(stack.resolver());
        this.built = built;
    }

    /** @param byKey places by key of the mapping */
    private record Located(ArtifactSlot slot, List<Loop> deciding, Map<String, Node> byKey) {}

    /** A resource of which one turn is not built keeps its source in all. */
    Template writtenInto(Template template) {
        List<Located> all = ArtifactSlots.of(template).stream()
                .filter(slot -> !slot.loops().isEmpty())
                .filter(slot -> slot.property().kind() == ArtifactKind.CODE
                        || slot.property().isImage())
                .flatMap(slot -> located(slot).stream())
                .toList();
        LoopMappings mappings = LoopMappings.of(
                template, all.stream().map(located -> located.slot().value()));
        TreeEdits edits = new TreeEdits();
        all.forEach(located -> write(located, mappings, edits));
        mappings.added().forEach((name, mapping) -> edits.set(List.of("Mappings", name), mapping));
        return template.withRoot(edits.in(template.root()));
    }

    private static void write(Located located, LoopMappings mappings, TreeEdits edits) {
        ArtifactSlot slot = located.slot();
        edits.set(
                slot.path(),
                mappings.add(slot.property().path().last(), slot.logicalId(), located.deciding(), located.byKey()));
        if (!slot.property().isImage()) {
            edits.set(
                    ArtifactSlots.joined(slot.resourcePath(), List.of("Metadata", "SkipBuild")),
                    ScalarNode.bool(true, slot.mark()));
        }
    }

    private Optional<Located> located(ArtifactSlot slot) {
        List<Loop> deciding = slot.loops().stream()
                .filter(loop -> loop.isUsedIn(slot.logicalId()))
                .toList();
        Map<String, Node> byKey = byKey(slot, deciding);
        return byKey.isEmpty() || deciding.isEmpty()
                ? Optional.empty()
                : Optional.of(new Located(slot, deciding, byKey));
    }

    /** Empty if one turn is not built, or the mapping could not tell them apart. */
    private Map<String, Node> byKey(ArtifactSlot slot, List<Loop> deciding) {
        Map<String, Node> byKey = new LinkedHashMap<>();
        for (Turn turn : turns.of(slot.loops()).orElse(List.of())) {
            Optional<Node> place = built.apply(stack.idOf(turn.in(slot.logicalId())))
                    .map(path -> ScalarNode.string(path, slot.mark()));
            if (place.isEmpty() || !deciding.stream().map(turn::value).allMatch(LoopMappings::isKey)) {
                return Map.of();
            }
            Node other = byKey.putIfAbsent(LoopMappings.key(deciding, turn), place.get());
            if (other != null && !other.equals(place.get())) {
                return Map.of();
            }
        }
        return byKey;
    }
}
