package io.github.sammaven.core.build.image;

/**
 * The image of a function, in the engine of this machine.
 *
 * @param functionId of the function, behind the path of its stack
 * @param name what it is called there: name and tag; the id of one that was loaded from an archive
 * @param imageId {@code sha256:...}
 * @param outcome what had to be done
 */
public record FunctionImage(String functionId, String name, String imageId, Outcome outcome) {

    /** What had to be done. */
    public enum Outcome {
        /** The engine built it; layers it knew may have been used again. */
        BUILT,
        /** Nothing has changed, and the engine has it: nothing was sent. */
        UNCHANGED,
        /** Taken in from an archive. */
        LOADED
    }
}
