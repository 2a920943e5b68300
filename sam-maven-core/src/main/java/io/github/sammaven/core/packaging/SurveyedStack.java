package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * A stack and what its template names on this machine.
 *
 * @param place where it is in the tree
 * @param template with CDK's assets at their properties
 * @param slots in the order in which they are packaged
 */
record SurveyedStack(Place place, Template template, List<Slot> slots) {

    SurveyedStack {
        slots = List.copyOf(slots);
    }

    /**
     * @param path logical ids from the root down; empty for the root
     * @param shownPath the same as people know it
     * @param depth 0 for the root
     * @param origin what names the stack's template in the stack around it; empty for the root
     */
    record Place(String path, String shownPath, int depth, Optional<LocalReference> origin) {

        static final Place ROOT = new Place("", "", 0, Optional.empty());

        String idOf(String logicalId) {
            return path.isEmpty() ? logicalId : path + "/" + logicalId;
        }

        String shownIdOf(String name) {
            return shownPath.isEmpty() ? name : shownPath + "/" + name;
        }

        Place of(LocalReference nested) {
            return new Place(nested.id(), nested.shownId(), depth + 1, Optional.of(nested));
        }
    }

    /**
     * A place in the template.
     *
     * @param deciding the loops around it whose variables decide what it names; empty if it is the same in every turn
     * @param uses one for each turn
     */
    record Slot(ArtifactSlot slot, List<Loop> deciding, List<SlotUse> uses) {

        Slot {
            deciding = List.copyOf(deciding);
            uses = List.copyOf(uses);
        }
    }

    List<LocalReference> references() {
        return slots.stream()
                .flatMap(slot -> slot.uses().stream())
                .filter(LocalReference.class::isInstance)
                .map(LocalReference.class::cast)
                .toList();
    }

    List<LocalImage> images() {
        return slots.stream()
                .flatMap(slot -> slot.uses().stream())
                .filter(LocalImage.class::isInstance)
                .map(LocalImage.class::cast)
                .toList();
    }
}
