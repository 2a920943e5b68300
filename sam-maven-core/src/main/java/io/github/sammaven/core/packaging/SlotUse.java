package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.template.Node;

/** What a place in a template names; within a loop, in one turn of it. Compared by identity. */
sealed interface SlotUse permits LocalReference, LocalImage, SlotUse.Known {

    ArtifactSlot slot();

    Turn turn();

    /**
     * A place in S3 that is to be written in another form.
     *
     * @param location the other form
     */
    record Known(ArtifactSlot slot, Turn turn, Node location) implements SlotUse {}
}
