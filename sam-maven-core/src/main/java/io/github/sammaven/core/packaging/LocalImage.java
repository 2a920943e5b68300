package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A function whose image is on this machine.
 *
 * @param id of the function, behind the path of its stack
 * @param shownId the same as people know it
 * @param image its name, or the path of a file that holds it, as it is written; empty if there is none
 * @param file that holds it
 */
record LocalImage(
        String stack, String id, String shownId, ArtifactSlot slot, Turn turn, String image, Optional<Path> file)
        implements SlotUse {

    /** What finds it on this machine. */
    String name() {
        return file.map(Path::toString).orElse(image);
    }

    boolean isAbsent() {
        return image.isEmpty();
    }

    Problem absent() {
        return Problem.error(
                slot.mark(),
                "Image not found for " + slot.property().name() + " parameter of " + shownId + " resource",
                "build it first, or name an image");
    }

    Problem withoutRepository() {
        return Problem.error(
                slot.mark(),
                slot.shown(shownId) + " is an image of this machine, and no repository is named that receives it: "
                        + image,
                "name a repository, or write ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY:TAG");
    }
}
