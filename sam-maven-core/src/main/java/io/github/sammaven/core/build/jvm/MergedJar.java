package io.github.sammaven.core.build.jvm;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes merged classes to one jar: manifest first, then by name, with one fixed time. It is uploaded as it is and
 * therefore deflated; its bytes are those of the zlib that the JDK uses.
 */
final class MergedJar {

    /** Not the first day that zips know: the JDK adds a field in the local time zone to that. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    void write(MergedClasses classes, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
                ZipOutputStream out = new ZipOutputStream(file)) {
            Map<String, MergedEntry> entries = classes.entries();
            put(JarFile.MANIFEST_NAME, classes.manifest(), out);
            for (Map.Entry<String, MergedEntry> entry : entries.entrySet()) {
                if (!entry.getKey().equals(JarFile.MANIFEST_NAME)) {
                    put(entry.getKey(), entry.getValue(), out);
                }
            }
        }
        if (Files.isRegularFile(target) && Files.mismatch(target, unfinished) < 0) {
            Files.delete(unfinished);
        } else {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void put(String name, MergedEntry content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        out.putNextEntry(entry);
        try (InputStream bytes = content.open()) {
            bytes.transferTo(out);
        }
        out.closeEntry();
    }
}
