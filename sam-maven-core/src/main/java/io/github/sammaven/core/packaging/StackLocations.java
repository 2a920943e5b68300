package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.TreeEdits;
import io.github.sammaven.core.packaging.loop.LoopMappings;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects where artifacts are and writes it into templates. */
final class StackLocations {

    private final Map<SlotUse, Node> locations = new IdentityHashMap<>();

    void put(SlotUse use, Node location) {
        locations.put(use, location);
    }

    /** The template with the locations known by now, and otherwise as it was. */
    Template writtenInto(SurveyedStack stack) {
        Template template = stack.template();
        TreeEdits edits = new TreeEdits();
        LoopMappings mappings = LoopMappings.of(
                template, stack.slots().stream().map(slot -> slot.slot().value()));
        stack.slots().forEach(slot -> location(slot, mappings)
                .ifPresent(node -> edits.set(slot.slot().path(), node)));
        mappings.added().forEach((name, mapping) -> edits.set(List.of("Mappings", name), mapping));
        return template.withRoot(edits.in(template.root()));
    }

    private Optional<Node> location(SurveyedStack.Slot slot, LoopMappings mappings) {
        Map<String, Node> byKey = new LinkedHashMap<>();
        for (SlotUse use : slot.uses()) {
            Node location = use instanceof SlotUse.Known known ? known.location() : locations.get(use);
            if (location != null) {
                byKey.putIfAbsent(LoopMappings.key(slot.deciding(), use.turn()), location);
            }
        }
        // Even one value or equal contents make a mapping: with another collection, a lookup fails where a fixed
        // location
        // would silently be the wrong one.
        if (byKey.isEmpty() || slot.deciding().isEmpty()) {
            return byKey.values().stream().findFirst();
        }
        ArtifactSlot place = slot.slot();
        return Optional.of(mappings.add(place.property().path().last(), place.logicalId(), slot.deciding(), byKey));
    }
}
