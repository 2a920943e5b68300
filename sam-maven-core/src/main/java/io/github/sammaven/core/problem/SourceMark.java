package io.github.sammaven.core.problem;

import java.util.Comparator;

/**
 * A place in a file a person wrote.
 *
 * @param file path as it is shown, relative to the project; empty where there is no file
 * @param line line, counted from 1; 0 when only the file is known
 * @param column column, counted from 1 in code points; 0 when only the line is known
 */
public record SourceMark(String file, int line, int column) implements Comparable<SourceMark> {

    /** No place: for what was made in memory or comes from the command line. */
    public static final SourceMark NONE = new SourceMark("", 0, 0);

    private static final Comparator<SourceMark> ORDER = Comparator.comparing(SourceMark::file)
            .thenComparingInt(SourceMark::line)
            .thenComparingInt(SourceMark::column);

    public static SourceMark ofFile(String file) {
        return new SourceMark(file, 0, 0);
    }

    /** Whether there is anything to show. */
    public boolean isKnown() {
        return !file.isEmpty();
    }

    @Override
    public int compareTo(SourceMark other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, without the parts that are not known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
