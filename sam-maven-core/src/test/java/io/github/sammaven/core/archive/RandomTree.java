package io.github.sammaven.core.archive;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up files with names that sort differently by character, by byte and by folder. */
final class RandomTree {

    /** Those that this process can name; in the locale C only the ASCII ones. */
    private static final List<String> NAMES = Stream.of("a", "B", "lib", "lib-x", "lib.d", "é", "ｆ", "😀", "_", "0")
            .filter(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder()::canEncode)
            .toList();

    private final Random random;

    RandomTree(long seed) {
        random = new Random(seed);
    }

    /** Content by name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                name.append(word()).append('/');
            }
            files.put(name.append(word()).append(".txt").toString(), "content ".repeat(random.nextInt(50)) + i);
        }
        return files;
    }

    private String word() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
