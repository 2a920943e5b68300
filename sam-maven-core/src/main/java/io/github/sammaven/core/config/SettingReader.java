package io.github.sammaven.core.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns values of a samconfig file into the type an option has. */
final class SettingReader {

    /** Reads one type; refuses what is of another. */
    @FunctionalInterface
    interface Typed<T> {
        T read(ConfigValue value, Origin origin);
    }

    private final List<Path> folders;
    private final Interpolation interpolation;
    private final MapReader maps;

    /** @param folders what paths are relative to, the first one that has the file, else the first */
    SettingReader(List<Path> folders, ConfigFileReader files, Function<String, Optional<String>> variables) {
        this.folders = folders;
        this.interpolation = new Interpolation(variables);
        this.maps = new MapReader(folders, files, interpolation);
    }

    String text(ConfigValue value, Origin origin) {
        if (value instanceof ScalarValue scalar && !scalar.is(ScalarValue.Kind.BOOLEAN)) {
            return interpolation.expand(scalar.text());
        }
        throw origin.refusal("needs a text, this is " + value.kindName(), "write it in quotes");
    }

    boolean flag(ConfigValue value, Origin origin) {
        if (value instanceof ScalarValue scalar
                && (scalar.is(ScalarValue.Kind.BOOLEAN) || scalar.is(ScalarValue.Kind.STRING))) {
            return OptionText.flag(interpolation.expand(scalar.text()), origin);
        }
        throw origin.refusal("needs true or false, this is " + value.kindName(), "");
    }

    int number(ConfigValue value, Origin origin) {
        if (value instanceof ScalarValue scalar
                && (scalar.is(ScalarValue.Kind.INTEGER) || scalar.is(ScalarValue.Kind.STRING))) {
            return OptionText.number(interpolation.expand(scalar.text()), origin);
        }
        throw origin.refusal("needs a whole number, this is " + value.kindName(), "");
    }

    Path path(ConfigValue value, Origin origin) {
        Path written = OptionText.path(text(value, origin), origin);
        return folders.stream()
                .map(folder -> folder.resolve(written))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> folders.get(0).resolve(written))
                .toAbsolutePath()
                .normalize();
    }

    List<String> list(ParameterKind kind, ConfigValue value, Origin origin) {
        if (value instanceof ListValue list) {
            List<String> items = new ArrayList<>();
            list.items().forEach(item -> items.add(text(item, origin.at(item.mark()))));
            return List.copyOf(items);
        }
        String text = text(value, origin);
        return kind == ParameterKind.WORDS ? OptionText.list(text) : List.of(text);
    }

    Map<String, Setting<String>> map(String key, ConfigValue value, Origin origin) {
        return maps.read(key, value, origin);
    }
}
