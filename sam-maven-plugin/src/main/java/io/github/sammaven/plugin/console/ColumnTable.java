package io.github.sammaven.plugin.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines in columns as wide as their content; the last one is never padded. A cell of several lines is continued below.
 *
 * @param header a word for each column
 */
public record ColumnTable(List<String> header, List<List<String>> rows) {

    private static final String GAP = "  ";

    public ColumnTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        rows.forEach(row -> all.addAll(split(row)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int at = column;
            widths.add(all.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static List<List<String>> split(List<String> row) {
        List<String[]> cells = row.stream().map(cell -> cell.split("\n")).toList();
        int height = cells.stream().mapToInt(cell -> cell.length).max().orElse(1);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int at = i;
            lines.add(
                    cells.stream().map(cell -> at < cell.length ? cell[at] : "").toList());
        }
        return lines;
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
