package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.BuildDirectory;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuiltTemplates;
import io.github.sammaven.core.build.OutputFolder;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.packaging.SlotPaths;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.EngineImages;
import io.github.sammaven.plugin.wiring.ImageTools;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Lays out one folder per function and layer under {@code target/sam/build}. A Java module of the running build gives its
 * classes and its runtime class path under {@code lib/}; no second Maven is started. A jar or zip is taken as it is, and
 * so is a layer without {@code BuildMethod} and what says {@code SkipBuild}. Artifacts of nested stacks whose templates
 * are on this machine lie in a folder of their stack, {@code target/sam/build/Child/Function}. Beside them lie the
 * templates with the new paths, {@code template.yaml}.
 *
 * @since 1.0
 */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BuildMojo extends AbstractBuildMojo {

    private static final Duration WORTH_TELLING = Duration.ofMillis(100);

    /**
     * The function, with its layers, or the layer to build: logical id, or {@code Child/Function} for one of the nested
     * stack {@code Child}. What was built of the others stays. Default: all.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resourceId")
    private @Nullable String resourceId;

    /**
     * Functions and layers that are not built: logical ids, or {@code Child/Function}. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.exclude")
    private @Nullable List<String> exclude;

    /**
     * A folder that gets a copy of the results in the layout of SAM CLI, and is emptied before; tools that expect
     * {@code .aws-sam/build} are served by that name. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.buildDir")
    private @Nullable File buildDir;

    /** Made by Maven. */
    @Inject
    public BuildMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("build", settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        long start = System.nanoTime();
        EventSink events = new ConsoleSink(getLog());
        StackTree stacks = stacksToBuild(events);
        StackTree unrolled = unrolled(stacks).complete();
        unrolled.remote().forEach(remote -> getLog().info(
                        remote.path() + "  is not built, its template is at " + remote.location()));
        FunctionCatalog catalog = FunctionCatalog.ofAll(unrolled);
        BuildSelection selection = selection(catalog, events);
        Optional<Path> export = export(unrolled, catalog);
        BuiltTemplates templates =
                new BuiltTemplates(stacks, new SlotPaths(), samFolder().build());
        templates.remove();
        BuildResult result;
        try (ImageTools tools = new ImageTools()) {
            EngineImages images = new EngineImages(unrolled, samFolder().images(), basedir(), tools::engine, events);
            result = build(catalog, selection, setup(events).withImages(images), events);
        }
        remember(result, selection, catalog);
        templates.write(result);
        export.ifPresent(folder -> templates.export(result, folder));
        tell(result, export.orElse(samFolder().build()), Duration.ofNanos(System.nanoTime() - start));
    }

    private BuildSelection selection(FunctionCatalog catalog, EventSink events) {
        BuildSelection selection = new BuildSelection(
                options().text("resourceId", resourceId), options().list("exclude", exclude));
        selection
                .excludedInVain(catalog)
                .forEach(name -> events.accept(new Warning(Problem.warning(
                        SourceMark.NONE, "exclude names " + name + ", and there is no such function or layer", ""))));
        return selection;
    }

    private Optional<Path> export(StackTree stacks, FunctionCatalog catalog) {
        Optional<Path> folder = options()
                .path("buildDir", buildDir == null ? null : buildDir.toPath())
                .filter(given -> !given.equals(samFolder().build()));
        folder.ifPresent(given -> new BuildDirectory(given).check(kept(), stacks, catalog));
        return folder;
    }

    private Set<Path> kept() {
        return new LinkedHashSet<>(List.of(
                basedir(),
                Path.of(session.getExecutionRootDirectory()),
                samFolder().path()));
    }

    private void remember(BuildResult result, BuildSelection selection, FunctionCatalog catalog) {
        if (selection.isAll()) {
            new OutputFolder(samFolder().build()).keep(result);
            remember(result.artifacts());
        } else {
            artifactIndex().update(result.artifacts(), catalog.ids());
        }
    }

    private void tell(BuildResult result, Path folder, Duration took) {
        int all = result.artifacts().size() + result.images().size();
        if (all == 0) {
            getLog().info("The template points at no local code");
            return;
        }
        getLog().info(result.built().size() + " of " + Units.count(all, "artifact") + " built"
                + (took.compareTo(WORTH_TELLING) > 0 ? " (" + Units.time(took) + ")" : "")
                + "  ->  " + basedir().relativize(folder));
    }
}
