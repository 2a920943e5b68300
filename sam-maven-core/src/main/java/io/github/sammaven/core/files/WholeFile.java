package io.github.sammaven.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that others see as it was or as it is to be, never halfway; its folder is there.
 *
 * @param file whatever was there is replaced
 */
public record WholeFile(Path file) {

    /** How names of files end that are being written. */
    public static final String UNFINISHED = ".part";

    /** Writes to the path it is given. */
    public interface Content {

        void writeTo(Path unfinished) throws IOException;
    }

    public void write(byte[] content) throws IOException {
        write(unfinished -> Files.write(unfinished, content));
    }

    /** Every run writes under a name of its own; the last one wins. */
    public void write(Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
        try {
            content.writeTo(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
