package io.github.sammaven.core.build;

import io.github.sammaven.core.build.fingerprint.FolderState;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactBuilt.Outcome;
import io.github.sammaven.core.work.ParallelWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Brings the folder of each function and layer up to date, several at a time. None waits for another: no workflow needs a
 * layer's artifact to build a function. The result is the same whatever the number of threads and whatever was there
 * before.
 */
public final class ArtifactBuilder {

    private final BuildSetup setup;

    public ArtifactBuilder(BuildSetup setup) {
        this.setup = setup;
    }

    /**
     * Brings a part of the output folder up to date; the rest stays as it is.
     *
     * @throws InvalidTemplateException naming every code path that does not exist or cannot be built
     * @throws SamException with everything that went wrong, if a tool or the disk was among it
     */
    public BuildResult build(FunctionCatalog catalog, BuildSelection selection) {
        return build(catalog, selection.of(catalog));
    }

    /** @param wanted ids of functions and layers */
    BuildResult build(FunctionCatalog catalog, Set<String> wanted) {
        BuildPlan plan = new BuildPlan(catalog, wanted, setup);
        BuildProgress progress = new BuildProgress(plan.artifacts(), setup.events());
        progress.failed(plan.problems());
        new ParallelWork<>(tasks(plan.artifacts()), setup.threads()).run(progress::done);
        setup.memory().ifPresent(BuildMemory::save);
        if (progress.hasFailed()) {
            tellOfFoldersInPlace(plan.artifacts(), progress);
        }
        return progress.result();
    }

    /** Their content is looked at when they are packaged, which will not come about now. */
    private void tellOfFoldersInPlace(List<PlannedArtifact> artifacts, BuildProgress progress) {
        for (PlannedArtifact artifact : artifacts) {
            if (artifact instanceof PlannedArtifact.AsIs asIs) {
                progress.failed(setup.workflows().problemsOf(asIs.path()));
            }
        }
    }

    private List<Callable<Attempt>> tasks(List<PlannedArtifact> artifacts) {
        SharedBuilds shared = new SharedBuilds(setup);
        List<Callable<Attempt>> tasks = new ArrayList<>();
        for (PlannedArtifact artifact : artifacts) {
            if (artifact instanceof PlannedArtifact.AsIs asIs) {
                tasks.add(() -> Attempt.of(asIs.id(), () -> List.of(taken(asIs, setup.copying()))));
            } else if (artifact instanceof PlannedArtifact.Image image) {
                ImageBuilder images = setup.images().orElseThrow();
                tasks.add(() -> Attempt.of(image.id(), () -> List.of(image(image, images))));
            } else if (artifact instanceof PlannedArtifact.Built built) {
                shared.add(built);
            }
        }
        shared.builds().forEach(build -> tasks.add(() -> Attempt.of(build.id(), build::run)));
        return tasks;
    }

    private static Finished taken(PlannedArtifact.AsIs asIs, Copying copying) throws IOException {
        Path path = asIs.path();
        long bytes = 0;
        if (copying != Copying.NEEDLESS) {
            bytes = Files.isDirectory(path) ? FolderState.of(path).bytes() : Files.size(path);
        }
        return Finished.of(new BuiltArtifact(asIs.id(), path, asIs.source()), bytes, Outcome.AS_IS, Duration.ZERO);
    }

    private static Finished image(PlannedArtifact.Image image, ImageBuilder images) {
        long start = System.nanoTime();
        return Finished.of(images.build(image.function()), Duration.ofNanos(System.nanoTime() - start));
    }
}
