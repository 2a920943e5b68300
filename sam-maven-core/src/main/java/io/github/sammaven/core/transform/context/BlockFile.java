package io.github.sammaven.core.transform.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data file of blocks: a {@code [header]} line, then lines of words; {@code #} starts a comment line.
 *
 * @param blocks lines by header line
 */
record BlockFile(Map<String, List<String>> blocks) {

    static BlockFile read(String resource) {
        try (InputStream in = BlockFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: " + resource + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BlockFile parse(String text) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                blocks.put(line, current);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return new BlockFile(blocks);
    }
}
