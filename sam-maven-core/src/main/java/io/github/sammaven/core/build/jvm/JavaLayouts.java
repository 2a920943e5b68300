package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Layouts of Java modules as Lambda takes them: a function has its classes at the root and its jars under {@code lib/},
 * a layer has all jars under {@code java/lib/}.
 */
final class JavaLayouts {

    private final FolderContent content;
    private final StableJars jars;

    /** @param jarFolder where jars made here are kept from run to run */
    JavaLayouts(FolderContent content, Path jarFolder) {
        this.content = content;
        this.jars = new StableJars(content, jarFolder);
    }

    ArtifactLayout function(BuildOutput module) throws IOException {
        Map<String, Path> files = new TreeMap<>(content.of(module.classes()));
        addJars("lib/", module.runtimeJars(), files);
        return ArtifactLayout.of(files);
    }

    ArtifactLayout layer(BuildOutput module) throws IOException {
        List<RuntimeJar> all = new ArrayList<>(module.runtimeJars());
        if (Files.isDirectory(module.classes())) {
            all.add(module.ownJar());
        }
        Map<String, Path> files = new TreeMap<>();
        addJars("java/lib/", all, files);
        return ArtifactLayout.of(files);
    }

    private void addJars(String folder, List<RuntimeJar> ofFolder, Map<String, Path> files) throws IOException {
        for (Map.Entry<String, RuntimeJar> named : JarNames.unique(ofFolder).entrySet()) {
            files.put(folder + named.getKey(), jars.bytesOf(named.getValue()));
        }
    }
}
