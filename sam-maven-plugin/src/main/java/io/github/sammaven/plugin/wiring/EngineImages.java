package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.build.BuiltImage;
import io.github.sammaven.core.build.ImageBuilder;
import io.github.sammaven.core.build.image.FunctionImageBuilder;
import io.github.sammaven.core.build.image.ImageBuildOptions;
import io.github.sammaven.core.container.docker.DockerImageEngine;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.stack.StackTree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds images with the container engine of this machine, which is looked for when the first image needs it. */
public final class EngineImages implements ImageBuilder {

    private final StackTree stacks;
    private final FunctionImageBuilder images;

    /**
     * @param stacks tell what the paths of a function count from
     * @param memory folder where is kept what the images were made from
     * @param project messages show paths below it relative to it
     * @param engine made when the first image needs it
     */
    public EngineImages(
            StackTree stacks, Path memory, Path project, Supplier<DockerImageEngine> engine, EventSink events) {
        this.stacks = stacks;
        Optional<String> mode = Optional.ofNullable(System.getenv("SAM_BUILD_MODE"));
        this.images = new FunctionImageBuilder(new ImageBuildOptions(memory, project, mode), engine::get, events);
    }

    @Override
    public boolean makes(LambdaFunction function) {
        return FunctionImageBuilder.makes(function, folder(function));
    }

    @Override
    public BuiltImage build(LambdaFunction function) {
        String name = images.build(function, folder(function)).name();
        return new BuiltImage(function.id(), name, name);
    }

    private Path folder(LambdaFunction function) {
        return stacks.stack(function.stack()).orElseGet(stacks::root).template().folder();
    }
}
