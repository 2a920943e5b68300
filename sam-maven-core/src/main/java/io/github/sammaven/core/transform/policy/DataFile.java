package io.github.sammaven.core.transform.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** A resource file of lines; {@code #} starts a comment line. */
final class DataFile {

    private DataFile() {}

    /** The words of each line that has any. Without regular expressions, which cost a cold start more than the rest. */
    static List<List<String>> words(String resource) {
        List<List<String>> lines = new ArrayList<>();
        text(resource).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            List<String> words = new ArrayList<>();
            StringTokenizer tokens = new StringTokenizer(line);
            while (tokens.hasMoreTokens()) {
                words.add(tokens.nextToken());
            }
            if (!words.isEmpty()) {
                lines.add(words);
            }
        });
        return lines;
    }

    private static String text(String resource) {
        try (InputStream in = DataFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the word opens a block, {@code [Name]}. */
    static boolean isHeader(String word) {
        return word.startsWith("[");
    }

    static String name(String header) {
        return header.substring(1, header.length() - 1);
    }
}
