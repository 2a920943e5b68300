package io.github.sammaven.core.packaging;

import java.nio.file.Path;

/** Bytes that go into the bucket. */
sealed interface Content {

    /** Names them there. */
    String hash();

    /** As {@link #hash()}, but executable bits count too. */
    String hashWithModes();

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
    }

    /** A file that is taken as it is. */
    record AsIs(Path path, String hash) implements Content {

        @Override
        public String hashWithModes() {
            return hash;
        }
    }
}
