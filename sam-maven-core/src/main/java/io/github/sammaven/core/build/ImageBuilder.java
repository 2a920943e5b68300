package io.github.sammaven.core.build;

import io.github.sammaven.core.function.LambdaFunction;

/** Makes the image of a function whose code is an image. For several threads, each with another function. */
public interface ImageBuilder {

    /** Whether the image is made here; others are somewhere already. */
    boolean makes(LambdaFunction function);

    /**
     * @param function says how its image is built
     * @throws io.github.sammaven.core.problem.SamException if it cannot be
     */
    BuiltImage build(LambdaFunction function);
}
