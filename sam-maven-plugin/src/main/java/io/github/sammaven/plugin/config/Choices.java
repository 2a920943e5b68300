package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.Setting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words an option can be, and what they stand for. */
record Choices<E extends Enum<E>>(Map<String, E> words) {

    static <E extends Enum<E>> Choices<E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new Choices<>(words);
    }

    /** @throws io.github.sammaven.core.problem.InvalidOptionException if it is none of the words, in any case */
    E read(Setting<String> setting) {
        E constant = words.get(setting.value().strip().toLowerCase(Locale.ROOT));
        if (constant == null) {
            throw setting.origin()
                    .refusal("is '" + setting.value() + "'", "it can be one of: " + String.join(", ", words.keySet()));
        }
        return constant;
    }
}
