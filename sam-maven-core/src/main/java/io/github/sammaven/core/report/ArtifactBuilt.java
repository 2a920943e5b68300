package io.github.sammaven.core.report;

import java.time.Duration;

/**
 * The content of a function or layer is complete.
 *
 * @param id of the function or layer
 * @param source where it came from, as shown
 * @param bytes size of its files; 0 for an image
 * @param outcome what had to be done
 * @param took time spent on it
 */
public record ArtifactBuilt(String id, String source, long bytes, Outcome outcome, Duration took) implements SamEvent {

    /** What happened to an artifact. */
    public enum Outcome {
        BUILT,
        /** Nothing it is made from has changed since the last run. */
        UNCHANGED,
        /** There is nothing to build. */
        AS_IS
    }
}
