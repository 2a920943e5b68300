package io.github.sammaven.core.config.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the tables and values of a TOML text are. The text is known to be right; indexes count from its start.
 *
 * @param tables in the order of the text, the first one the root
 * @param entries in the order of the text, also those inside inline tables
 */
record TomlOutline(List<Table> tables, List<Entry> entries) {

    /**
     * A table with its own header, or the root.
     *
     * @param path full path
     * @param end the index behind the line of the header; 0 for the root
     */
    record Table(List<String> path, int end) {}

    /**
     * A key with its value.
     *
     * @param table the table it is written under
     * @param path full path
     * @param start first index of the value
     * @param end index behind the value
     * @param inline whether it stands inside an inline table
     */
    record Entry(Table table, List<String> path, int start, int end, boolean inline) {}

    static TomlOutline of(String text) {
        return new Scan(text).run();
    }

    Optional<Table> table(List<String> path) {
        return tables.stream().filter(table -> table.path().equals(path)).findFirst();
    }

    Optional<Entry> entry(List<String> path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** One walk over the text. */
    private static final class Scan {

        /** Stands in the path of what is in an array of tables, which is nowhere else. */
        private static final String ELEMENT = "\0";

        private final TomlCursor cursor;
        private final List<Table> tables = new ArrayList<>(List.of(new Table(List.of(), 0)));
        private final List<Entry> entries = new ArrayList<>();

        Scan(String text) {
            cursor = new TomlCursor(text);
        }

        TomlOutline run() {
            cursor.skipBlanksAndComments();
            while (!cursor.atEnd()) {
                if (cursor.is('[')) {
                    header();
                } else {
                    Table table = tables.get(tables.size() - 1);
                    entry(table, table.path(), false);
                }
                cursor.skipBlanksAndComments();
            }
            return new TomlOutline(List.copyOf(tables), List.copyOf(entries));
        }

        private void header() {
            cursor.take('[');
            boolean array = cursor.takeIf('[');
            List<String> path = new ArrayList<>(cursor.key());
            cursor.take(']');
            if (array) {
                cursor.take(']');
                path.add(ELEMENT);
            }
            tables.add(new Table(List.copyOf(path), cursor.endOfLine()));
        }

        private void entry(Table table, List<String> above, boolean inline) {
            List<String> path = new ArrayList<>(above);
            path.addAll(cursor.key());
            cursor.take('=');
            cursor.skipSpaces();
            int start = cursor.index();
            int place = entries.size();
            if (cursor.is('{')) {
                inlineTable(table, path);
            } else {
                cursor.skipValue();
            }
            entries.add(place, new Entry(table, List.copyOf(path), start, cursor.index(), inline));
        }

        private void inlineTable(Table table, List<String> path) {
            cursor.take('{');
            cursor.skipBlanksAndComments();
            while (!cursor.takeIf('}')) {
                entry(table, path, true);
                cursor.skipBlanksAndComments();
                cursor.takeIf(',');
                cursor.skipBlanksAndComments();
            }
        }
    }
}
