package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks code archives with the modes and links they carry, and nothing outside of the target folder. */
public final class Archive {

    private static final int OWNER_EXECUTES = 0100;

    private Archive() {}

    /** Unpacks a zip or jar file; the folder exists. */
    public static void unpack(Path archive, Path folder) throws IOException {
        Map<Path, String> links = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path target = inside(folder, folder.resolve(entry.getName()), entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isUnixSymlink()) {
                    links.put(target, zip.getUnixSymlink(entry));
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, target);
                    }
                    if ((entry.getUnixMode() & OWNER_EXECUTES) != 0
                            && !target.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot make " + entry.getName() + " executable");
                    }
                }
            }
        }
        // Last, so that no entry is written through a link.
        for (Map.Entry<Path, String> link : links.entrySet()) {
            Path target = link.getKey();
            inside(folder, target.resolveSibling(link.getValue()), link.getValue());
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(link.getValue()));
        }
    }

    private static Path inside(Path folder, Path target, String name) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(folder)) {
            throw new IOException("the entry " + name + " leads out of the archive");
        }
        return normal;
    }
}
