package io.github.sammaven.core.build.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.folder.FolderContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableJarsTest {

    @TempDir
    private Path folder;

    @Test
    void jarMadeFromClassesAndJarMadeFromAJarDoNotTakeEachOthersPlace() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Files.writeString(classes.resolve("A.class"), "a");
        Path jar = folder.resolve("lib-1.0.jar");
        new StableJar().write(classes, Map.of("A.class", source, "META-INF/more.txt", source), jar);
        StableJars jars = new StableJars(new FolderContent(folder.resolve("target")), folder.resolve("made"));

        Path fromClasses = jars.bytesOf(library(classes));
        Path fromJar = jars.bytesOf(library(jar));

        assertThat(entries(fromClasses)).isEqualTo(1);
        assertThat(entries(fromJar)).isEqualTo(2);
        assertThat(fromClasses.getFileName()).isEqualTo(fromJar.getFileName());
    }

    private static RuntimeJar library(Path file) {
        return new RuntimeJar("it", "lib", "1.0", "", file, true);
    }

    private static int entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.size();
        }
    }
}
