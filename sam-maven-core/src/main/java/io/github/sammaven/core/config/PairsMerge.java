package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts pairs over those a file has, in the form the file has them in. A list, and a text that refers to another file,
 * stay as they are: which part of them a person means to keep is not known.
 *
 * @param key the option
 * @param path of the option in the file
 */
record PairsMerge(String key, List<String> path) {

    /** The values to write, by their paths. */
    Map<List<String>, SavedValue> over(Optional<ConfigValue> there, SavedValue.Pairs pairs, List<Problem> unsaved) {
        if (there.filter(TableValue.class::isInstance).isPresent()) {
            Map<List<String>, SavedValue> changes = new LinkedHashMap<>();
            pairs.values().forEach((name, value) -> {
                List<String> place = new ArrayList<>(path);
                place.add(name);
                changes.put(List.copyOf(place), new SavedValue.Text(value));
            });
            return changes;
        }
        MapSyntax syntax = MapSyntax.ofKey(key);
        Optional<Map<String, String>> before = there.isEmpty()
                ? Optional.of(Map.of())
                : there.filter(ScalarValue.class::isInstance)
                        .map(ScalarValue.class::cast)
                        .flatMap(scalar -> PairsText.read(scalar.text(), syntax));
        SourceMark mark = there.map(ConfigValue::mark).orElse(SourceMark.NONE);
        if (before.isEmpty()) {
            unsaved.add(SamConfigWriter.notSaved(mark, key, "the file has it as a list or refers to another file"));
            return Map.of();
        }
        Map<String, String> merged = new LinkedHashMap<>(before.get());
        merged.putAll(pairs.values());
        Optional<String> text = PairsText.of(merged, syntax);
        if (text.isEmpty()) {
            unsaved.add(SamConfigWriter.notSaved(mark, key, "a value in it cannot be written in one text of pairs"));
        }
        return text.map(written -> Map.<List<String>, SavedValue>of(path, new SavedValue.Text(written)))
                .orElse(Map.of());
    }
}
