package io.github.sammaven.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The options of a command that a person has given in text, as they are saved. */
public final class GivenOptions {

    /** Which file is meant, and what is asked for once. */
    private static final Set<String> NEVER_SAVED =
            Set.of("config_env", "config_file", "save_params", "debug", "guided", "skip", "change_set", "stop_shift");

    /** SAM CLI takes a list here, and would take a text of several pairs for one of them. */
    private static final String REPOSITORIES = "image_repositories";

    private GivenOptions() {}

    /**
     * @param command the command in file spelling, {@code local_start_api}
     * @param texts the text of an option by its key, {@code stack_name}
     * @param pairs the pairs of an option that is a map by its key, with the single ones; empty if none is given
     * @throws io.github.sammaven.core.problem.InvalidOptionException if a text is not of the type of its option
     */
    public static Map<String, SavedValue> of(
            String command, Function<String, Optional<String>> texts, Function<String, Map<String, String>> pairs) {
        Map<String, SavedValue> values = new LinkedHashMap<>();
        KnownParameters.load().parametersOf(command).orElse(Map.of()).forEach((key, kind) -> {
            if (NEVER_SAVED.contains(key)) {
                return;
            }
            if (key.equals(REPOSITORIES)) {
                Map<String, String> given = pairs.apply(key);
                if (!given.isEmpty()) {
                    values.put(
                            key,
                            new SavedValue.Items(given.entrySet().stream()
                                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                                    .toList()));
                }
            } else if (kind == ParameterKind.MAP) {
                Map<String, String> given = pairs.apply(key);
                if (!given.isEmpty()) {
                    values.put(key, new SavedValue.Pairs(given));
                }
            } else {
                texts.apply(key).ifPresent(text -> values.put(key, value(kind, text, Origin.of(key))));
            }
        });
        return values;
    }

    private static SavedValue value(ParameterKind kind, String text, Origin origin) {
        return switch (kind) {
            case FLAG -> new SavedValue.Flag(OptionText.flag(text, origin));
            case NUMBER -> new SavedValue.Number(OptionText.number(text, origin));
            case LIST -> new SavedValue.Items(OptionText.list(text));
            case WORDS -> new SavedValue.Text(String.join(" ", OptionText.list(text)));
            case TEXT, PATH, MAP -> new SavedValue.Text(text);
        };
    }
}
