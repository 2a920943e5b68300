package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes that go into the bucket. */
sealed interface Content {

    /** Names them there. */
    String hash();

    /** As {@link #hash()}, but executable bits count too. */
    String hashWithModes();

    /** The file that holds them, made in {@code folder} if they are an archive that is not there yet. */
    Path file(ArchiveFolder folder) throws IOException;

    /** An archive. */
    record Zipped(ArchiveSource source) implements Content {

        @Override
        public String hash() {
            return source.hash();
        }

        @Override
        public String hashWithModes() {
            return source.hashWithModes();
        }

        @Override
        public Path file(ArchiveFolder folder) throws IOException {
            return source.kept(folder).file();
        }
    }

    /** A file that is taken as it is. */
    record AsIs(Path path, String hash) implements Content {

        @Override
        public String hashWithModes() {
            return hash;
        }

        @Override
        public Path file(ArchiveFolder folder) {
            return path;
        }
    }
}
