package io.github.sammaven.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files of every kind that archives treat differently: empty, small, of several pieces, and such that do not shrink. */
final class ZipContent {

    private static final int[] SIZES = {
        0, 1, 65_535, 65_536, ZipPiece.MAX_BYTES - 1, ZipPiece.MAX_BYTES, ZipPiece.MAX_BYTES + 1, 3 * ZipPiece.MAX_BYTES
    };

    private final Random random;

    ZipContent(long seed) {
        random = new Random(seed);
    }

    void writeTo(Path folder) throws IOException {
        for (int size : SIZES) {
            Files.write(folder.resolve("noise" + size), noise(size));
            Files.write(folder.resolve("text" + size), text(size));
        }
        try (OutputStream mixed = Files.newOutputStream(folder.resolve("mixed"))) {
            for (int part = 0; part < 5; part++) {
                mixed.write(noise(random.nextInt(400_000)));
                mixed.write(text(random.nextInt(400_000)));
            }
        }
        for (int number = 0; number < 200; number++) {
            Files.write(folder.resolve("small" + number), text(random.nextInt(5_000)));
        }
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] text(int size) {
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(Integer.toString(random.nextInt(5000), 36)).append(' ');
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }
}
