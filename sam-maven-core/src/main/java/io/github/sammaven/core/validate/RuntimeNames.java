package io.github.sammaven.core.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runtimes Lambda knows.
 *
 * @param current those a function can be created with
 * @param deprecated those that only old functions still have
 */
record RuntimeNames(Set<String> current, Set<String> deprecated) {

    static RuntimeNames load() {
        Set<String> current = new TreeSet<>();
        Set<String> deprecated = new TreeSet<>();
        try (InputStream in = RuntimeNames.class.getResourceAsStream("runtimes.txt")) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: runtimes.txt is missing");
            }
            Set<String> into = current;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    into = line.equals("[deprecated]") ? deprecated : current;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    into.add(line.strip());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new RuntimeNames(current, deprecated);
    }
}
