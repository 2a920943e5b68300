package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML; all syntax errors of a file come at once. */
final class TomlConfigParser {

    private final String file;

    TomlConfigParser(String file) {
        this.file = file;
    }

    TableValue parse(String text) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            throw new InvalidOptionException(result.errors().stream()
                    .map(error -> Problem.error(mark(error.position()), "broken TOML: " + error.getMessage()))
                    .toList());
        }
        return table(result, new SourceMark(file, 1, 1));
    }

    private TableValue table(TomlTable table, SourceMark mark) {
        Map<String, TableValue.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            SourceMark keyMark = mark(table.inputPositionOf(List.of(entry.getKey())));
            entries.put(entry.getKey(), new TableValue.Entry(keyMark, value(entry.getValue(), keyMark)));
        }
        return new TableValue(entries, mark);
    }

    private ConfigValue value(Object value, SourceMark mark) {
        if (value instanceof TomlTable table) {
            return table(table, mark);
        }
        if (value instanceof TomlArray array) {
            List<ConfigValue> items = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                items.add(value(array.get(i), mark(array.inputPositionOf(i))));
            }
            return new ListValue(items, mark);
        }
        if (value instanceof Double number) {
            return new ScalarValue(ScalarValue.Kind.FLOAT, decimal(number), mark);
        }
        return new ScalarValue(kind(value), value.toString(), mark);
    }

    private static ScalarValue.Kind kind(Object value) {
        if (value instanceof String) {
            return ScalarValue.Kind.STRING;
        }
        if (value instanceof Boolean) {
            return ScalarValue.Kind.BOOLEAN;
        }
        return value instanceof Long ? ScalarValue.Kind.INTEGER : ScalarValue.Kind.DATE;
    }

    /** Without an exponent, which CloudFormation would take for text. */
    private static String decimal(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
    }

    private SourceMark mark(TomlPosition position) {
        return new SourceMark(file, position.line(), position.column());
    }
}
