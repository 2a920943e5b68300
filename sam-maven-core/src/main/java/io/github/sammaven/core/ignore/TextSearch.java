package io.github.sammaven.core.ignore;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks for an expression in a file of any size, a part at a time. */
final class TextSearch {

    private static final int PART = 65_536;

    /** Longer than anything that is looked for. */
    private static final int OVERLAP = 256;

    private final Pattern pattern;

    TextSearch(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean isIn(Path file) throws IOException {
        // Latin 1 reads every byte, also of files that are no text.
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            StringBuilder window = new StringBuilder();
            char[] part = new char[PART];
            for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
                window.append(part, 0, count);
                if (pattern.matcher(window).find()) {
                    return true;
                }
                window.delete(0, Math.max(0, window.length() - OVERLAP));
            }
            return false;
        }
    }
}
