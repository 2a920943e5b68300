package io.github.sammaven.core.build.binary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The youngest glibc 2 a native library was linked against: it starts with no older one. */
public final class GlibcVersion {

    private static final byte[] PREFIX = "GLIBC_2.".getBytes(StandardCharsets.US_ASCII);

    private GlibcVersion() {}

    /** The minor number, 34 for {@code GLIBC_2.34}; 0 if the file asks for none. */
    public static int neededBy(Path library) throws IOException {
        int youngest = 0;
        try (InputStream input = new BufferedInputStream(Files.newInputStream(library))) {
            int matched = 0;
            for (int next = input.read(); next >= 0; next = input.read()) {
                if (matched < PREFIX.length) {
                    matched = next == PREFIX[matched] ? matched + 1 : next == PREFIX[0] ? 1 : 0;
                    continue;
                }
                int minor = 0;
                while (next >= '0' && next <= '9' && minor < 1_000) {
                    minor = minor * 10 + next - '0';
                    next = input.read();
                }
                youngest = Math.max(youngest, minor);
                matched = 0;
            }
        }
        return youngest;
    }
}
