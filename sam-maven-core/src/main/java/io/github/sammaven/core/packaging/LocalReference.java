package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;

/**
 * A property that stands for a file or folder of this machine.
 *
 * @param stack path of the stack; empty for the root
 * @param id of the resource: its logical id behind the path of its stack; or the macro or metadata it is of
 * @param shownId the same as people know it
 * @param slot where the property is
 * @param turn of the loops around the resource
 * @param path absolute and normalised; may not exist
 * @param source where it came from, as shown
 */
record LocalReference(String stack, String id, String shownId, ArtifactSlot slot, Turn turn, Path path, String source)
        implements SlotUse {

    ArtifactKind kind() {
        return slot.property().kind();
    }

    SourceMark mark() {
        return slot.mark();
    }

    /** {@code fault} as an error at this place. */
    Problem problem(Fault fault) {
        return Problem.error(mark(), slot.shown(shownId) + " " + fault.clause(), fault.suggestion());
    }
}
