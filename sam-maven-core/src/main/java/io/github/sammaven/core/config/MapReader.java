package io.github.sammaven.core.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads options that are maps. Which text is taken depends on the option, by its samconfig key: pairs separated by
 * blanks for {@code parameter_overrides} and {@code tags}, by commas or as JSON for {@code metadata}, by either for the
 * others, {@code host:address} for {@code add_host}. A list as a value, and the values of a key that
 * {@code watch_exclude} repeats, are joined by commas.
 */
public final class MapReader {

    private final List<Path> folders;
    private final ConfigFileReader files;
    private final Interpolation interpolation;

    /**
     * For text that comes from outside of a samconfig file.
     *
     * @param folder what {@code file://} references are relative to
     */
    public MapReader(Path folder) {
        this(List.of(folder), new ConfigFileReader(folder), Interpolation.none());
    }

    MapReader(List<Path> folders, ConfigFileReader files, Interpolation interpolation) {
        this.folders = folders;
        this.files = files;
        this.interpolation = interpolation;
    }

    /**
     * The pairs of {@code text}, in order, each with its own place: a pair of an included file is there.
     *
     * @param key the option, as in a samconfig file
     * @param origin where the text was given, for messages
     * @throws io.github.sammaven.core.problem.InvalidOptionException if it is not in the form the option takes
     */
    public Map<String, Setting<String>> read(String key, String text, Origin origin) {
        return read(key, ScalarValue.string(text, origin.mark()), origin);
    }

    Map<String, Setting<String>> read(String key, ConfigValue value, Origin origin) {
        MapSyntax syntax = MapSyntax.ofKey(key);
        if (syntax == MapSyntax.PARAMETER_OVERRIDES) {
            return new ParameterOverrides(files, interpolation, origin).flatten(value, folders);
        }
        Map<String, Setting<String>> result = new LinkedHashMap<>();
        collect(syntax, value, origin, result);
        return result;
    }

    private void collect(MapSyntax syntax, ConfigValue value, Origin origin, Map<String, Setting<String>> result) {
        if (value instanceof ListValue list) {
            list.items().forEach(item -> collect(syntax, item, origin.at(item.mark()), result));
        } else if (value instanceof TableValue table) {
            table.entries().forEach((key, entry) -> {
                Origin here = origin.at(entry.keyMark());
                syntax.put(result, key, new Setting<>(PlainText.of(entry.value(), key, here, interpolation), here));
            });
        } else if (value instanceof ScalarValue scalar && !scalar.is(ScalarValue.Kind.NULL)) {
            if (!scalar.is(ScalarValue.Kind.STRING)) {
                throw origin.refusal("needs Key=Value pairs, this is " + scalar.kindName(), "write \"Key=Value\"");
            }
            syntax.parse(scalar.text(), origin)
                    .forEach(pair ->
                            syntax.put(result, pair.key(), new Setting<>(interpolation.expand(pair.value()), origin)));
        }
    }
}
