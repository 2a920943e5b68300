package io.github.sammaven.core.build;

import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.report.EventSink;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a build works with.
 *
 * @param modules the Java modules of the running build
 * @param buildFolder the project's build folder, {@code target}
 * @param outputFolder receives one folder per function and layer, those of nested stacks in a folder of their stack; below
 *     {@code buildFolder}
 * @param workflows how code is built
 * @param images makes images; if empty, functions that are images are left alone
 * @param memory what is known of the last run; if empty, everything is built
 * @param copying where code is used from that nothing has to be done for
 * @param threads how many artifacts are built at a time, at most
 * @param events receives one event for each artifact, in template order
 */
public record BuildSetup(
        JavaModules modules,
        Path buildFolder,
        Path outputFolder,
        Workflows workflows,
        Optional<ImageBuilder> images,
        Optional<BuildMemory> memory,
        Copying copying,
        int threads,
        EventSink events) {

    /** How many artifacts are built at a time if nobody says. */
    public static final int DEFAULT_THREADS = 4;

    /** Builds everything with the workflows there are, and tells nobody. */
    public static BuildSetup of(JavaModules modules, Path buildFolder, Path outputFolder) {
        return of(modules, buildFolder, outputFolder, WorkflowOptions.defaults(System.getenv()), event -> {});
    }

    /** Builds everything with the workflows there are. */
    public static BuildSetup of(
            JavaModules modules, Path buildFolder, Path outputFolder, WorkflowOptions options, EventSink events) {
        Path jars = outputFolder.resolveSibling("jars");
        return new BuildSetup(
                modules,
                buildFolder,
                outputFolder,
                StandardWorkflows.of(modules, buildFolder, jars, options, events),
                Optional.empty(),
                Optional.empty(),
                Copying.FUNCTIONS,
                DEFAULT_THREADS,
                events);
    }

    public BuildSetup withImages(ImageBuilder builder) {
        return new BuildSetup(
                modules, buildFolder, outputFolder, workflows, Optional.of(builder), memory, copying, threads, events);
    }

    public BuildSetup withMemory(BuildMemory known) {
        return new BuildSetup(
                modules, buildFolder, outputFolder, workflows, images, Optional.of(known), copying, threads, events);
    }

    /** Only copies: nothing outside of the output folder is part of the result. */
    public BuildSetup withCopies() {
        return new BuildSetup(
                modules, buildFolder, outputFolder, workflows, images, memory, Copying.ALL, threads, events);
    }

    /** What nothing has to be done for is used from where it is. */
    public BuildSetup withoutCopies() {
        return new BuildSetup(
                modules, buildFolder, outputFolder, workflows, images, memory, Copying.NEEDLESS, threads, events);
    }

    public BuildSetup withThreads(int most) {
        return new BuildSetup(modules, buildFolder, outputFolder, workflows, images, memory, copying, most, events);
    }

    public BuildSetup withEvents(EventSink sink) {
        return new BuildSetup(modules, buildFolder, outputFolder, workflows, images, memory, copying, threads, sink);
    }

    public BuildSetup withWorkflows(Workflows others) {
        return new BuildSetup(modules, buildFolder, outputFolder, others, images, memory, copying, threads, events);
    }
}
