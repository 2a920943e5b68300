package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.FolderMirror;
import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaLayouts;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lays out one folder per function and layer. Code that is already remote, inline or an image has nothing to lay out;
 * a jar or zip is taken as it is.
 */
public final class ArtifactBuilder {

    private final JavaModules modules;
    private final Path outputFolder;
    private final FolderContent content;
    private final JavaLayouts javaLayouts;
    private final FolderMirror mirror = new FolderMirror();

    /**
     * @param modules the Java modules of the running build
     * @param buildFolder the project's build folder, {@code target}
     * @param outputFolder receives one folder per function and layer, those of nested stacks in a folder of their stack; below {@code buildFolder}
     */
    public ArtifactBuilder(JavaModules modules, Path buildFolder, Path outputFolder) {
        this.modules = modules;
        this.outputFolder = outputFolder;
        this.content = new FolderContent(buildFolder);
        this.javaLayouts = new JavaLayouts(content, outputFolder.resolveSibling("jars"));
    }

    /**
     * Brings the output folder up to date.
     *
     * @return the artifacts in template order, functions first
     * @throws InvalidTemplateException naming every code path that does not exist or cannot be built
     */
    public List<BuiltArtifact> build(FunctionCatalog catalog) {
        return build(catalog, id -> true);
    }

    /**
     * Brings a part of the output folder up to date.
     *
     * @param wanted ids of functions and layers
     */
    List<BuiltArtifact> build(FunctionCatalog catalog, Predicate<String> wanted) {
        List<BuiltArtifact> built = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (LambdaFunction function : catalog.functions()) {
            if (!wanted.test(function.id())) {
                continue;
            }
            boolean java = function.runtime().startsWith("java");
            artifact(function.id(), "CodeUri", function.code(), java, false, problems)
                    .ifPresent(built::add);
        }
        for (LambdaLayer layer : catalog.layers()) {
            if (!wanted.test(layer.id())) {
                continue;
            }
            artifact(layer.id(), "ContentUri", layer.code(), mayHoldJava(layer.properties()), true, problems)
                    .ifPresent(built::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        return built;
    }

    private Optional<BuiltArtifact> artifact(
            String id, String property, CodeSource source, boolean java, boolean layer, List<Problem> problems) {
        if (!(source instanceof CodeSource.Local local)) {
            return Optional.empty();
        }
        Path path = local.path();
        if (!Files.exists(path)) {
            problems.add(Problem.error(
                    local.mark(),
                    id + ": " + property + " refers to a file or folder that does not exist: " + local.written(),
                    "paths count from the folder of the template; this one is " + path));
            return Optional.empty();
        }
        if (Files.isRegularFile(path)) {
            return Optional.of(new BuiltArtifact(id, path, local.written()));
        }
        try {
            return Optional.of(java ? javaOrPlain(id, local, layer, problems) : plain(id, local));
        } catch (IOException failed) {
            throw new SamException(
                    Problem.error(
                            local.mark(),
                            id + ": " + path + " cannot be copied to " + outputFolder.resolve(id) + ": "
                                    + failed.getMessage()),
                    failed);
        }
    }

    private BuiltArtifact javaOrPlain(String id, CodeSource.Local local, boolean layer, List<Problem> problems)
            throws IOException {
        Optional<BuildOutput> module = modules.moduleAt(local.path());
        if (module.isPresent()) {
            ArtifactLayout layout = layer ? javaLayouts.layer(module.get()) : javaLayouts.function(module.get());
            return write(id, layout, module.get().module());
        }
        if (Files.isRegularFile(local.path().resolve("pom.xml"))) {
            problems.add(Problem.error(
                    local.mark(),
                    id + ": " + local.written() + " is a Maven module that is not part of this build",
                    "run Maven on the parent project (with -pl also -am), or add the module to its <modules>"));
        }
        return plain(id, local);
    }

    private BuiltArtifact plain(String id, CodeSource.Local local) throws IOException {
        return write(id, ArtifactLayout.of(content.of(local.path())), local.written());
    }

    private BuiltArtifact write(String id, ArtifactLayout layout, String source) throws IOException {
        Path folder = outputFolder.resolve(id);
        mirror.write(layout, folder);
        return new BuiltArtifact(id, folder, source);
    }

    /** A layer that names only other runtimes is taken as it is even if a pom lies beside it. */
    private static boolean mayHoldJava(MappingNode properties) {
        return properties
                .sequence("CompatibleRuntimes")
                .map(SequenceNode::items)
                .filter(items -> items.stream().allMatch(item -> item.asText().isPresent()))
                .map(items -> items.stream().map(Node::asText).anyMatch(name -> name.filter(
                                text -> text.startsWith("java"))
                        .isPresent()))
                .orElse(true);
    }
}
