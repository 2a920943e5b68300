package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters a samconfig file has for one command. Keys are in file spelling; every method throws
 * {@link InvalidOptionException}, naming the place, when the value is of another type than asked for.
 */
public final class CommandSettings {

    private final Map<String, TableValue.Entry> parameters;
    private final Map<String, ParameterKind> kinds;
    private final SettingReader reader;

    CommandSettings(Map<String, TableValue.Entry> parameters, Map<String, ParameterKind> kinds, SettingReader reader) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.kinds = kinds;
        this.reader = reader;
    }

    /** The keys that are given, in the order of the file. */
    public Set<String> keys() {
        return parameters.keySet();
    }

    public Optional<Setting<String>> text(String key) {
        return read(key, reader::text);
    }

    public Optional<Setting<Boolean>> flag(String key) {
        return read(key, reader::flag);
    }

    public Optional<Setting<Integer>> number(String key) {
        return read(key, reader::number);
    }

    /** Absolute: a relative path is beside the file, or below the working directory when only there it exists. */
    public Optional<Setting<Path>> path(String key) {
        return read(key, reader::path);
    }

    /** One string is one item, but for {@code capabilities} and {@code notification_arns}, which are split. */
    public Optional<Setting<List<String>>> list(String key) {
        return read(key, (value, origin) -> reader.list(kinds.getOrDefault(key, ParameterKind.LIST), value, origin));
    }

    /** See {@link MapReader} for the forms; each pair has its own place. */
    public Optional<Setting<Map<String, Setting<String>>>> map(String key) {
        return read(key, (value, origin) -> reader.map(key, value, origin));
    }

    /** Reads what is known to find all wrong types at once, not one per run. */
    void checkTypes() {
        List<Problem> problems = new ArrayList<>();
        kinds.forEach((key, kind) -> {
            try {
                check(key, kind);
            } catch (InvalidOptionException wrong) {
                problems.addAll(wrong.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
    }

    private void check(String key, ParameterKind kind) {
        switch (kind) {
            case FLAG -> flag(key);
            case NUMBER -> number(key);
            case TEXT -> text(key);
            case PATH -> path(key);
            case LIST, WORDS -> list(key);
            case MAP -> map(key);
        }
    }

    private <T> Optional<Setting<T>> read(String key, SettingReader.Typed<T> type) {
        TableValue.Entry entry = parameters.get(key);
        if (entry == null || entry.value() instanceof ScalarValue scalar && scalar.is(ScalarValue.Kind.NULL)) {
            return Optional.empty();
        }
        Origin origin = new Origin(key, entry.keyMark());
        return Optional.of(new Setting<>(type.read(entry.value(), origin), origin));
    }
}
