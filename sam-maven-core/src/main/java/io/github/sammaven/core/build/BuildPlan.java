package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what is done for each function and layer. Code that is inline or elsewhere needs nothing. Taken as they are: a
 * single file, usually a zip or jar; what says {@code SkipBuild} or comes from the CDK as a bundle; layers without a
 * {@code BuildMethod}, unless their folder is a Java module. Images are built if the template says how.
 */
final class BuildPlan {

    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]+(/[A-Za-z0-9]+)*");

    private final BuildSetup setup;
    private final FolderContent content;
    private final List<PlannedArtifact> artifacts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param wanted ids of functions and layers */
    BuildPlan(FunctionCatalog catalog, Set<String> wanted, BuildSetup setup) {
        this.setup = setup;
        this.content = new FolderContent(setup.buildFolder());
        catalog.functions().stream()
                .filter(function -> wanted.contains(function.id()))
                .forEach(this::function);
        catalog.layers().stream().filter(layer -> wanted.contains(layer.id())).forEach(this::layer);
    }

    /** In template order, functions first. */
    List<PlannedArtifact> artifacts() {
        return artifacts;
    }

    /** Code that is not there, or cannot be built by any workflow. */
    List<Problem> problems() {
        return problems;
    }

    private void function(LambdaFunction function) {
        if (function.code() instanceof CodeSource.Image) {
            if (!isDone(function.metadata())
                    && setup.images().filter(images -> images.makes(function)).isPresent()) {
                artifacts.add(new PlannedArtifact.Image(function));
            }
        } else if (function.code() instanceof CodeSource.Local local
                && isThere(function.id(), "CodeUri", local, function.mark())) {
            if (isDone(function.metadata()) || Files.isRegularFile(local.path())) {
                asIs(function.id(), local, function.metadata());
            } else {
                built(new BuildTarget(
                        function.id(),
                        false,
                        local,
                        function.runtime(),
                        function.handler(),
                        function.architecture(),
                        function.metadata().text("BuildMethod"),
                        function.metadata()));
            }
        }
    }

    private void layer(LambdaLayer layer) {
        if (layer.code() instanceof CodeSource.Local local && isThere(layer.id(), "ContentUri", local, layer.mark())) {
            LayerBuild build = new LayerBuild(layer);
            boolean plain = build.method().isEmpty() && !(build.mayBeJava() && isModule(local.path()));
            if (plain || isDone(layer.metadata()) || Files.isRegularFile(local.path())) {
                asIs(layer.id(), local, layer.metadata());
            } else {
                built(new BuildTarget(
                        layer.id(),
                        true,
                        local,
                        build.runtime(),
                        "",
                        build.architecture(),
                        build.method(),
                        layer.metadata()));
            }
        }
    }

    private boolean isModule(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"))
                || setup.modules().moduleAt(folder).isPresent();
    }

    private boolean isThere(String id, String property, CodeSource.Local local, SourceMark resource) {
        if (!LOGICAL_ID.matcher(id).matches()) {
            problems.add(Problem.error(resource, id + " is no logical id", "use letters and digits only"));
            return false;
        }
        if (!Files.exists(local.path())) {
            problems.add(Problem.error(
                    local.mark(),
                    id + ": " + property + " refers to a file or folder that does not exist: " + local.written(),
                    "paths count from the folder of the template; this one is " + local.path()));
            return false;
        }
        return true;
    }

    /** A folder that holds what is never part of an artifact is copied without that. */
    private void asIs(String id, CodeSource.Local local, MappingNode metadata) {
        if (Files.isDirectory(local.path()) && (setup.copying() == Copying.ALL || content.leavesOutOf(local.path()))) {
            BuildTarget target =
                    new BuildTarget(id, false, local, "", "", Architecture.X86_64, Optional.empty(), metadata);
            artifacts.add(new PlannedArtifact.Built(target, setup.workflows().plain()));
        } else {
            artifacts.add(new PlannedArtifact.AsIs(id, local.path(), local.written()));
        }
    }

    private void built(BuildTarget target) {
        try {
            WorkflowChoice choice = setup.workflows().of(target);
            if (isUsedInPlace(target, choice)) {
                artifacts.add(new PlannedArtifact.AsIs(
                        target.id(), target.code().path(), target.code().written()));
            } else {
                artifacts.add(new PlannedArtifact.Built(target, choice));
            }
        } catch (InvalidTemplateException refused) {
            problems.addAll(refused.problems());
        }
    }

    private boolean isUsedInPlace(BuildTarget target, WorkflowChoice choice) {
        return setup.copying() == Copying.NEEDLESS
                && choice.workflow().takesAsIs(target)
                && !content.leavesOutOf(target.code().path());
    }

    /** Somebody else has built it. */
    private static boolean isDone(MappingNode metadata) {
        return isTrue(metadata, "SkipBuild") || isTrue(metadata, "aws:asset:is-bundled");
    }

    private static boolean isTrue(MappingNode metadata, String key) {
        return metadata.text(key).filter("true"::equalsIgnoreCase).isPresent();
    }
}
