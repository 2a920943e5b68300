package io.github.sammaven.core.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flattens what may be written for {@code parameter_overrides}: pairs in text, lists, tables, {@code file://}
 * references and {@code $include} keys, nested at will. Later entries win. One use each.
 */
final class ParameterOverrides {

    private static final String FILE = "file://";
    private static final String INCLUDE = "$include";

    private final ConfigFileReader files;
    private final Interpolation interpolation;
    private final Origin origin;
    private final Map<String, Setting<String>> result = new LinkedHashMap<>();
    private final Deque<Path> open = new ArrayDeque<>();

    ParameterOverrides(ConfigFileReader files, Interpolation interpolation, Origin origin) {
        this.files = files;
        this.interpolation = interpolation;
        this.origin = origin;
    }

    /** @param folders where relative file references are looked for, in order */
    Map<String, Setting<String>> flatten(ConfigValue value, List<Path> folders) {
        add(value, origin, folders);
        return result;
    }

    private void add(ConfigValue value, Origin place, List<Path> folders) {
        if (value instanceof ListValue list) {
            list.items().forEach(item -> add(item, place.at(item.mark()), folders));
        } else if (value instanceof TableValue table) {
            addTable(table, place, folders);
        } else if (value instanceof ScalarValue scalar) {
            addText(scalar, place, folders);
        }
    }

    private void addTable(TableValue table, Origin place, List<Path> folders) {
        table.entries().forEach((key, entry) -> {
            Origin here = place.at(entry.keyMark());
            if (key.equals(INCLUDE)) {
                include(entry.value(), here, folders);
            } else {
                result.put(key, new Setting<>(PlainText.of(entry.value(), key, here, interpolation), here));
            }
        });
    }

    private void include(ConfigValue value, Origin place, List<Path> folders) {
        for (ConfigValue item : value instanceof ListValue list ? list.items() : List.of(value)) {
            if (item instanceof ScalarValue scalar && scalar.text().startsWith(FILE)) {
                addFile(interpolation.expand(scalar.text()), place, folders);
            } else {
                throw place.refusal("has an $include that names no file", "write \"$include\" = \"file://PATH\"");
            }
        }
    }

    private void addText(ScalarValue scalar, Origin place, List<Path> folders) {
        if (scalar.is(ScalarValue.Kind.NULL)) {
            return;
        }
        if (!scalar.is(ScalarValue.Kind.STRING)) {
            throw place.refusal("needs Key=Value pairs, this is " + scalar.kindName(), "write \"Key=Value\"");
        }
        boolean reference = interpolation.isReference(scalar.text().strip());
        String text = reference ? interpolation.expand(scalar.text()) : scalar.text();
        if (text.strip().startsWith(FILE)) {
            addFile(interpolation.expand(text.strip()), place, folders);
            return;
        }
        for (PairText.Pair pair : MapSyntax.PARAMETER_OVERRIDES.parse(text, place)) {
            String value = reference ? pair.value() : interpolation.expand(pair.value());
            result.put(pair.key(), new Setting<>(value, place));
        }
    }

    private void addFile(String reference, Origin place, List<Path> folders) {
        String written = reference.substring(FILE.length());
        Path path = find(written, place, folders);
        if (open.contains(path)) {
            String chain = Stream.concat(open.stream(), Stream.of(path))
                    .map(files::shown)
                    .collect(Collectors.joining(" -> "));
            throw place.refusal("includes a file in itself: " + chain, "remove one of these references");
        }
        open.addLast(path);
        ConfigValue content = files.read(path);
        add(content, place.at(content.mark()), List.of(path.resolveSibling("").toAbsolutePath()));
        open.removeLast();
    }

    private static Path find(String written, Origin place, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(written).toAbsolutePath().normalize())
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> place.refusal(
                        "names the file " + written + ", which does not exist",
                        "the path is relative to " + folders.get(0).toString().replace('\\', '/')));
    }
}
