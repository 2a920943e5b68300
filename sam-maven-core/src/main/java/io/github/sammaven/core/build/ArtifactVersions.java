package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderRemoval;
import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.JavaModules;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Artifacts for functions that run while their code is worked on: what changes is laid out anew in a folder of its own,
 * and what runs keeps the folder it began with.
 */
public final class ArtifactVersions {

    /** How long an outdated folder stays: some call may still run from it. */
    private static final int KEPT = 3;

    private final JavaModules modules;
    private final Path buildFolder;
    private final Path folder;
    private final Map<String, Path> current = new HashMap<>();
    private int version;

    /**
     * @param modules the Java modules of the running build
     * @param buildFolder the project's build folder
     * @param folder receives one folder per version; emptied at the first build
     */
    public ArtifactVersions(JavaModules modules, Path buildFolder, Path folder) {
        this.modules = modules;
        this.buildFolder = buildFolder;
        this.folder = folder;
    }

    /**
     * Lays out what is new or outdated.
     *
     * @param outdated ids of functions and layers whose code has changed since the last time
     * @return folder or archive by id of function or layer
     * @throws io.github.sammaven.core.problem.InvalidTemplateException naming every code path that cannot be built
     */
    public Map<String, Path> build(FunctionCatalog catalog, Set<String> outdated) {
        if (version == 0) {
            remove(folder);
        }
        version++;
        Path fresh = folder.resolve(Integer.toString(version));
        Set<String> wanted = BuildSelection.ALL.of(catalog);
        wanted.removeIf(id -> !outdated.contains(id) && current.containsKey(id));
        new ArtifactBuilder(BuildSetup.of(modules, buildFolder, fresh).withCopies())
                .build(catalog, wanted)
                .artifacts()
                .forEach(artifact -> current.put(artifact.id(), kept(artifact, fresh)));
        Path old = folder.resolve(Integer.toString(version - KEPT));
        if (current.values().stream().noneMatch(path -> path.startsWith(old))) {
            remove(old);
        }
        return Map.copyOf(current);
    }

    /** A jar or zip is where its own build writes it; ours must stay as it is. */
    private static Path kept(BuiltArtifact artifact, Path fresh) {
        Path path = artifact.path();
        if (!Files.isRegularFile(path)) {
            return path;
        }
        try {
            Path copy = fresh.resolve(artifact.id()).resolve(path.getFileName());
            Files.createDirectories(copy.getParent());
            return Files.copy(path, copy);
        } catch (IOException e) {
            throw new SamException(path + " cannot be copied: " + e.getMessage(), "", e);
        }
    }

    /** The files and folders whose content decides on an artifact, by id of function or layer. */
    public Map<String, Set<Path>> sources(FunctionCatalog catalog) {
        Map<String, Set<Path>> sources = new LinkedHashMap<>();
        for (LambdaFunction function : catalog.functions()) {
            add(function.id(), function.code(), function.runtime().startsWith("java"), sources);
        }
        for (LambdaLayer layer : catalog.layers()) {
            add(layer.id(), layer.code(), true, sources);
        }
        return sources;
    }

    private void add(String id, CodeSource code, boolean java, Map<String, Set<Path>> sources) {
        if (code instanceof CodeSource.Local local) {
            Set<Path> paths = new LinkedHashSet<>();
            Optional<BuildOutput> module = java ? modules.moduleAt(local.path()) : Optional.empty();
            if (module.isPresent()) {
                paths.add(module.get().classes());
                module.get().runtimeJars().stream()
                        .filter(RuntimeJar::fromReactor)
                        .forEach(jar -> paths.add(jar.file()));
            } else {
                paths.add(local.path());
            }
            sources.put(id, paths);
        }
    }

    private static void remove(Path root) {
        try {
            new FolderRemoval().remove(root);
        } catch (IOException e) {
            throw new SamException(root + " cannot be removed: " + e.getMessage(), "remove it by hand", e);
        }
    }
}
