package io.github.sammaven.core.build;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.LambdaFunction;

/** Gives each function whose template says how its image is built an image of this name. */
record NamedImages(String name) implements ImageBuilder {

    @Override
    public boolean makes(LambdaFunction function) {
        return function.code() instanceof CodeSource.Image image
                && image.build().isPresent();
    }

    @Override
    public BuiltImage build(LambdaFunction function) {
        return new BuiltImage(function.id(), name, "code");
    }
}
