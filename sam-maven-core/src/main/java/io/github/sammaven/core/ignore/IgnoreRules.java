package io.github.sammaven.core.ignore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one ignore file; the last one that matches counts.
 *
 * @param rules in the order of the file
 */
record IgnoreRules(List<IgnoreRule> rules) {

    static final IgnoreRules NONE = new IgnoreRules(List.of());

    static IgnoreRules parse(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return of(Arrays.asList(content.split("\r?\n")));
    }

    static IgnoreRules of(List<String> lines) {
        return new IgnoreRules(
                lines.stream().flatMap(line -> IgnoreRule.parse(line).stream()).toList());
    }

    /**
     * Whether what is at {@code path}, below the folder of the rules, is left out; empty if no rule is about it.
     *
     * @param folder whether it is a folder
     */
    Optional<Boolean> excludes(String path, boolean folder) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).matches(path, folder)) {
                return Optional.of(rules.get(i).excludes());
            }
        }
        return Optional.empty();
    }
}
