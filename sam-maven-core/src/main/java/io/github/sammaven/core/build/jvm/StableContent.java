package io.github.sammaven.core.build.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Content of a jar without what tells of the machine and the time it was made at. */
final class StableContent {

    /** What archivers write about the build; no code depends on it. */
    private static final Set<String> ABOUT_THE_BUILD = Set.of(
            "Created-By",
            "Built-By",
            "Build-Jdk",
            "Build-Jdk-Spec",
            "Build-Time",
            "Build-Date",
            "Build-Timestamp",
            "Bnd-LastModified",
            "Archiver-Version",
            "Tool");

    private StableContent() {}

    static boolean changes(String name) {
        return isPomProperties(name) || name.equals(JarFile.MANIFEST_NAME);
    }

    static byte[] of(String name, byte[] content) throws IOException {
        if (isPomProperties(name)) {
            return withoutDate(content);
        }
        return name.equals(JarFile.MANIFEST_NAME) ? withoutBuild(content) : content;
    }

    private static boolean isPomProperties(String name) {
        return name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties");
    }

    /** Older archivers write the time of the build as a comment into pom.properties. */
    private static byte[] withoutDate(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withoutBuild(byte[] content) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(content));
        Attributes main = manifest.getMainAttributes();
        boolean changed = main.keySet().removeIf(key -> ABOUT_THE_BUILD.contains(key.toString()));
        if (!changed) {
            return content;
        }
        ByteArrayOutputStream stable = new ByteArrayOutputStream();
        manifest.write(stable);
        return stable.toByteArray();
    }
}
