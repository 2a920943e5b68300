package io.github.sammaven.core.build.jvm.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of one name and different content, gathered by the two places that have them. */
public final class Duplicates {

    private static final int NAMED = 3;
    private static final int TOLD = 5;

    private record Places(String first, String second) {}

    private final Map<Places, List<String>> names = new LinkedHashMap<>();

    /**
     * @param first the place that wins
     * @param second the place whose file is not seen
     */
    public void add(String name, String first, String second) {
        names.computeIfAbsent(new Places(first, second), unused -> new ArrayList<>())
                .add(name);
    }

    /** One sentence for each two places, at most five of them and one that counts the rest. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        names.forEach((places, files) -> {
            if (sentences.size() < TOLD) {
                sentences.add(sentence(places, files));
            }
        });
        if (names.size() > TOLD) {
            sentences.add("there are such files in " + (names.size() - TOLD) + " more pairs of places");
        }
        return sentences;
    }

    private static String sentence(Places places, List<String> files) {
        String shown = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
        int more = files.size() - NAMED;
        return shown + (more > 0 ? " and " + more + " more" : "")
                + (files.size() == 1 ? " is" : " are") + " in both " + places.first + " and " + places.second
                + " with different content; " + places.first + " wins";
    }
}
