package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pairs in one text, {@code Key="value" Other="two words"}, as SAM CLI saves parameter overrides and tags. */
final class PairsText {

    private static final Origin NOWHERE = Origin.of("the text");

    private PairsText() {}

    /** The text; empty if it would not be read back as the same pairs, as with a backslash before a quote. */
    static Optional<String> of(Map<String, String> pairs, MapSyntax syntax) {
        String text = pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=\"" + pair.getValue().replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(" "));
        return read(text, syntax).filter(pairs::equals).map(same -> text);
    }

    /** The pairs of a text as they are written, references in them included; empty if it is in another form. */
    static Optional<Map<String, String>> read(String text, MapSyntax syntax) {
        try {
            Map<String, String> pairs = new LinkedHashMap<>();
            syntax.parse(text, NOWHERE).forEach(pair -> pairs.put(pair.key(), pair.value()));
            return Optional.of(pairs);
        } catch (InvalidOptionException otherForm) {
            return Optional.empty();
        }
    }
}
