package io.github.sammaven.core.operate.remove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for many names in texts, in one pass over each. */
final class Mentions {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]+");

    private final Map<String, List<Leftover>> byWord = new HashMap<>();
    private final Set<Leftover> found = new LinkedHashSet<>();

    Mentions(Collection<? extends Leftover> sought) {
        sought.forEach(
                leftover -> byWord.computeIfAbsent(lastWord(leftover.mention().word()), none -> new ArrayList<>())
                        .add(leftover));
    }

    private static String lastWord(String name) {
        String last = name;
        Matcher words = WORD.matcher(name);
        while (words.find()) {
            last = words.group();
        }
        return last;
    }

    void in(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            for (Leftover leftover : byWord.getOrDefault(words.group(), List.of())) {
                // A key with other characters is known by its end alone.
                boolean whole = leftover.mention().word().equals(words.group());
                if (!whole || leftover.mention().isAt(text, words.start())) {
                    found.add(leftover);
                }
            }
        }
    }

    /** What has this key, whatever its bucket. */
    void object(String word) {
        found.addAll(byWord.getOrDefault(word, List.of()));
    }

    Set<Leftover> found() {
        return Set.copyOf(found);
    }
}
