package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Cuts a file off, empties it, lengthens it or flips a bit of it. */
final class Damage {

    private final Random random;

    Damage(long seed) {
        random = new Random(seed);
    }

    void to(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(4)) {
            case 0 -> bytes = new byte[0];
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
            default -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        overwrite(file, bytes);
    }

    /** Until the clock of the file system has gone on, as it would between two runs. */
    static void overwrite(Path file, byte[] content) throws IOException {
        FileStamp before = FileStamp.of(file);
        do {
            Files.write(file, content);
        } while (FileStamp.of(file).changed() == before.changed());
    }
}
