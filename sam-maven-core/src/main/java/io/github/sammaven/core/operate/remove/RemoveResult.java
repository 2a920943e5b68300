package io.github.sammaven.core.operate.remove;

import java.time.Duration;
import java.util.List;

/**
 * What has become of a stack.
 *
 * @param objects how many objects were deleted, with all of their versions
 * @param images how many images
 * @param retained resources of the stack that are still there
 * @param kept what other stacks refer to, and so was not deleted
 */
public record RemoveResult(
        String stackName,
        Outcome outcome,
        int objects,
        int images,
        List<RetainedResource> retained,
        List<String> kept,
        Duration duration) {

    public RemoveResult {
        retained = List.copyOf(retained);
        kept = List.copyOf(kept);
    }

    /** How it ended. */
    public enum Outcome {
        /** It is gone. */
        DELETED,
        /** It was gone already; what an earlier run had left is deleted now. */
        FINISHED,
        /** There was no such stack. */
        ABSENT,
        /** A person has said no. */
        DECLINED
    }
}
