package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Layouts of Java modules as Lambda takes them: a function has its classes at the root and its jars under {@code lib/},
 * a layer has all jars under {@code java/lib/}.
 */
public final class JavaLayouts {

    private final FolderContent content;
    private final StableJar stableJar;
    private final Path jarFolder;

    /** @param jarFolder where jars made here are kept from run to run */
    public JavaLayouts(FolderContent content, Path jarFolder) {
        this.content = content;
        this.stableJar = new StableJar();
        this.jarFolder = jarFolder;
    }

    public ArtifactLayout function(BuildOutput module) throws IOException {
        Map<String, Path> files = new TreeMap<>(content.of(module.classes()));
        addJars("lib/", module.runtimeJars(), files);
        return ArtifactLayout.of(files);
    }

    public ArtifactLayout layer(BuildOutput module) throws IOException {
        List<RuntimeJar> jars = new ArrayList<>(module.runtimeJars());
        if (Files.isDirectory(module.classes())) {
            jars.add(module.ownJar());
        }
        Map<String, Path> files = new TreeMap<>();
        addJars("java/lib/", jars, files);
        return ArtifactLayout.of(files);
    }

    private void addJars(String folder, List<RuntimeJar> jars, Map<String, Path> files) throws IOException {
        for (Map.Entry<String, RuntimeJar> named : byUniqueName(jars).entrySet()) {
            files.put(folder + named.getKey(), bytesOf(named.getValue()));
        }
    }

    /** Two jars of one file name get their group id in front, as Maven's own copy goals do. */
    private static Map<String, RuntimeJar> byUniqueName(List<RuntimeJar> jars) {
        Map<String, Long> uses =
                jars.stream().collect(Collectors.groupingBy(RuntimeJar::fileName, Collectors.counting()));
        Map<String, RuntimeJar> named = new LinkedHashMap<>();
        for (RuntimeJar jar : jars) {
            boolean unique = uses.getOrDefault(jar.fileName(), 0L) == 1;
            named.put(unique ? jar.fileName() : jar.groupId() + "." + jar.fileName(), jar);
        }
        return named;
    }

    private Path bytesOf(RuntimeJar jar) throws IOException {
        if (!jar.fromReactor() && Files.isRegularFile(jar.file())) {
            return jar.file();
        }
        Path made = jarFolder.resolve(jar.groupId() + "." + jar.fileName());
        Map<String, Path> files = Files.isDirectory(jar.file()) ? content.of(jar.file()) : Map.of();
        Path fresh = made.resolveSibling(made.getFileName() + ".new");
        stableJar.write(jar.file(), files, fresh);
        if (Files.isRegularFile(made) && Files.mismatch(made, fresh) < 0) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, made, StandardCopyOption.REPLACE_EXISTING);
        }
        return made;
    }
}
