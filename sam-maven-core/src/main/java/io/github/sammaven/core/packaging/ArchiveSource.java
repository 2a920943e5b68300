package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.archive.HashedTree;
import io.github.sammaven.core.archive.KeptArchive;
import io.github.sammaven.core.limits.ArchiveEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What an archive is made from. */
sealed interface ArchiveSource {

    /** Names the content in the bucket; see {@link ContentHash}. */
    String hash();

    /** As {@link #hash()}, but executable bits count too. */
    String hashWithModes();

    /** What is in it. */
    List<ArchiveEntry> entries();

    /** The archive, made in {@code folder} if it is not there or ready elsewhere. */
    KeptArchive kept(ArchiveFolder folder) throws IOException;

    /** Bytes once unpacked. */
    default long unzippedBytes() {
        return entries().stream().mapToLong(ArchiveEntry::size).sum();
    }

    /** A zip or jar that is taken as it is. */
    record Ready(Path file, String hash, List<ArchiveEntry> entries) implements ArchiveSource {

        @Override
        public String hashWithModes() {
            return hash;
        }

        @Override
        public KeptArchive kept(ArchiveFolder folder) throws IOException {
            return folder.ready(file);
        }
    }

    /** Files that are to be zipped. An archive with the same content from an earlier run is used again. */
    record Unpacked(HashedTree tree) implements ArchiveSource {

        @Override
        public String hash() {
            return tree.hashes().content();
        }

        @Override
        public String hashWithModes() {
            return tree.hashes().contentAndModes();
        }

        @Override
        public List<ArchiveEntry> entries() {
            return tree.files().stream()
                    .map(file -> new ArchiveEntry(file.name(), file.size()))
                    .toList();
        }

        @Override
        public KeptArchive kept(ArchiveFolder folder) throws IOException {
            return folder.archive(tree);
        }
    }
}
