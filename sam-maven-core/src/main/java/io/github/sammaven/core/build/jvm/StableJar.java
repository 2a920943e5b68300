package io.github.sammaven.core.build.jvm;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Jars of the running build with bytes that depend on their content alone. Most builds stamp their jars with the time,
 * which would make every artifact that holds one look changed. Entries are stored, not deflated: the archive around them
 * compresses better so, and the bytes do not depend on the JDK's zlib.
 */
final class StableJar {

    /** Not the first day that zips know: the JDK adds a field in the local time zone to that. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Comparator<String> MANIFEST_FIRST = Comparator.comparing(
                    (String name) -> !name.equals(JarFile.MANIFEST_NAME))
            .thenComparing(Comparator.naturalOrder());

    /** Writes a jar with the content of {@code source}, a jar or a folder of classes, to {@code target}. */
    void write(Path source, Map<String, Path> filesOfFolder, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            if (Files.isDirectory(source)) {
                fromFolder(filesOfFolder, out);
            } else {
                fromJar(source, out);
            }
        }
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void fromFolder(Map<String, Path> files, ZipOutputStream out) throws IOException {
        Map<String, Path> sorted = new TreeMap<>(MANIFEST_FIRST);
        sorted.putAll(files);
        for (Map.Entry<String, Path> file : sorted.entrySet()) {
            put(file.getKey(), Files.readAllBytes(file.getValue()), out);
        }
    }

    private static void fromJar(Path jar, ZipOutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Map<String, ZipEntry> sorted = new TreeMap<>(MANIFEST_FIRST);
            boolean signed = zip.stream().anyMatch(entry -> MergeRules.isSignature(entry.getName()));
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> sorted.put(entry.getName(), entry));
            for (ZipEntry entry : sorted.values()) {
                try (var content = zip.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    put(entry.getName(), signed ? bytes : StableContent.of(entry.getName(), bytes), out);
                }
            }
        }
    }

    private static void put(String name, byte[] content, ZipOutputStream out) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
