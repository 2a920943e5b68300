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

    /**
     * What stands between a header and the next.
     *
     * @param name of the header
     * @param words that follow on the line of the header
     * @param lines words of the lines below it
     */
    record Block(String name, List<String> words, List<List<String>> lines) {}

    static List<Block> blocks(String resource) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> lines = words(resource);
        for (int start = 0; start < lines.size(); ) {
            List<String> header = lines.get(start);
            int end = start + 1;
            while (end < lines.size() && !isHeader(lines.get(end).get(0))) {
                end++;
            }
            blocks.add(new Block(name(header.get(0)), header.subList(1, header.size()), lines.subList(start + 1, end)));
            start = end;
        }
        return blocks;
    }

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
