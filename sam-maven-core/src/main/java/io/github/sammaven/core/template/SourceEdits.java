package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text that do not overlap; those at the same place come out in the order they were made. */
final class SourceEdits {

    private record Edit(int start, int end, String replacement) {}

    private final List<Edit> edits = new ArrayList<>();

    void replace(int start, int end, String replacement) {
        edits.add(new Edit(start, end, replacement));
    }

    void insert(int offset, String inserted) {
        replace(offset, offset, inserted);
    }

    void remove(int start, int end) {
        replace(start, end, "");
    }

    int count() {
        return edits.size();
    }

    /** Takes all edits but the first {@code count} back. */
    void backTo(int count) {
        edits.subList(count, edits.size()).clear();
    }

    String applyTo(String text) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start));
        StringBuilder result = new StringBuilder(text.length() + 256);
        int done = 0;
        for (Edit edit : sorted) {
            result.append(text, Math.min(done, edit.start()), edit.start()).append(edit.replacement());
            done = Math.max(done, edit.end());
        }
        return result.append(text, done, text.length()).toString();
    }
}
