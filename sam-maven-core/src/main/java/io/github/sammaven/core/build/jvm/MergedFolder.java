package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.build.folder.FolderPruning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Writes merged classes to a folder; files that are the same already are left alone. */
final class MergedFolder {

    void write(SortedMap<String, MergedEntry> entries, Path folder) throws IOException {
        Set<Path> wanted = new HashSet<>();
        entries.keySet().forEach(name -> wanted.add(folder.resolve(name)));
        new FolderPruning().keep(wanted, folder);
        for (Map.Entry<String, MergedEntry> entry : entries.entrySet()) {
            Path target = folder.resolve(entry.getKey());
            if (!isSame(entry.getValue(), target)) {
                Files.createDirectories(target.getParent());
                try (InputStream content = entry.getValue().open()) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Times tell nothing here: jars of reproducible builds have the same one in all entries of all versions. */
    private static boolean isSame(MergedEntry entry, Path target) throws IOException {
        return Files.isRegularFile(target)
                && Files.size(target) == entry.size()
                && MergedEntry.checksumOf(target) == entry.checksum();
    }
}
