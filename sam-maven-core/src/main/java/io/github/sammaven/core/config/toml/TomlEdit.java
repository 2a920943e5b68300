package io.github.sammaven.core.config.toml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sets values in a TOML text.
 *
 * @param text right TOML
 */
public record TomlEdit(String text) {

    /**
     * The text with this value. One that is there is replaced; a new one comes behind the others of its table, and a new
     * table behind all that is there.
     *
     * @param path the tables and the key
     * @param literal the value as TOML writes it
     * @return empty if something on the path is no table
     */
    public Optional<String> with(List<String> path, String literal) {
        TomlOutline outline = TomlOutline.of(text);
        List<String> table = path.subList(0, path.size() - 1);
        Optional<TomlOutline.Entry> there = outline.entry(path);
        if (there.isPresent()) {
            return Optional.of(spliced(there.get().start(), there.get().end(), literal));
        }
        Optional<TomlOutline.Entry> around = outline.entries().stream()
                .filter(entry -> startsWith(path, entry.path()))
                .max(Comparator.comparingInt(entry -> entry.path().size()));
        if (around.isPresent()) {
            return inInlineTable(around.get(), path, literal);
        }
        Optional<TomlOutline.Entry> sibling = outline.entries().stream()
                .filter(entry -> !entry.inline() && startsWith(entry.path(), table))
                .filter(entry -> entry.table().path().size() <= table.size())
                .reduce((first, second) -> second);
        if (sibling.isPresent()) {
            int depth = sibling.get().table().path().size();
            String line = line(path.subList(depth, path.size()), literal);
            return Optional.of(inserted(TomlCursor.endOfLine(text, sibling.get().end()), line));
        }
        if (table.isEmpty()) {
            return Optional.of(inserted(text.startsWith("\uFEFF") ? 1 : 0, line(path, literal)));
        }
        String line = line(path.subList(table.size(), path.size()), literal);
        return Optional.of(outline.table(table)
                .map(header -> inserted(header.end(), line))
                .orElseGet(() -> appended("[" + TomlText.key(table) + "]" + lineBreak() + line)));
    }

    private Optional<String> inInlineTable(TomlOutline.Entry around, List<String> path, String literal) {
        if (text.charAt(around.start()) != '{') {
            return Optional.empty();
        }
        int close = around.end() - 1;
        String inside = text.substring(around.start() + 1, close);
        String pair = TomlText.key(path.subList(around.path().size(), path.size())) + " = " + literal;
        int end = around.start() + 1 + inside.stripTrailing().length();
        return Optional.of(
                inside.isBlank()
                        ? spliced(around.start() + 1, close, " " + pair + " ")
                        : spliced(end, end, ", " + pair));
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() > start.size() && path.subList(0, start.size()).equals(start);
    }

    private String line(List<String> key, String literal) {
        return TomlText.key(key) + " = " + literal + lineBreak();
    }

    private String appended(String section) {
        String gap = text.isBlank() || text.endsWith(lineBreak() + lineBreak()) ? "" : lineBreak();
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : lineBreak()) + gap + section;
    }

    private String inserted(int index, String line) {
        boolean open = index > 0 && index == text.length() && !text.endsWith("\n");
        return spliced(index, index, open ? lineBreak() + line : line);
    }

    private String spliced(int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
