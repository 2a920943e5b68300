package io.github.sammaven.core.build.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Looks into what {@code docker save} wrote. */
final class SavedImage {

    private SavedImage() {}

    /** Files of all layers. */
    static List<String> files(Path archive) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().endsWith("layer.tar")) {
                    found.addAll(names(new ByteArrayInputStream(tar.readAllBytes())));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> names(InputStream layer) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(layer);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            names.add(entry.getName());
        }
        return List.copyOf(names);
    }
}
