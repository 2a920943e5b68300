package io.github.sammaven.core.config;

import io.github.sammaven.core.config.toml.TomlEdit;
import io.github.sammaven.core.config.toml.TomlText;
import java.util.List;
import java.util.Optional;

/**
 * TOML.
 *
 * @param file how messages name it
 */
record TomlDocument(String file, String text) implements ConfigDocument {

    @Override
    public TableValue values() {
        return new TomlConfigParser(file).parse(ConfigFileReader.withoutMark(text));
    }

    @Override
    public Optional<ConfigDocument> with(List<String> path, SavedValue value) {
        return with(path, literal(value));
    }

    @Override
    public ConfigDocument withVersion() {
        return with(List.of("version"), "0.1").orElseThrow();
    }

    private Optional<ConfigDocument> with(List<String> path, String literal) {
        return new TomlEdit(text).with(path, literal).map(changed -> new TomlDocument(file, changed));
    }

    private static String literal(SavedValue value) {
        if (value instanceof SavedValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof SavedValue.Number number) {
            return Long.toString(number.value());
        }
        return value instanceof SavedValue.Items items
                ? TomlText.strings(items.values())
                : TomlText.string(((SavedValue.Text) value).value());
    }
}
