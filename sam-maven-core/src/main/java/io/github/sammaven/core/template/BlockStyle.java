package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Slot;

/**
 * How collections and texts look that are written line by line.
 *
 * @param mapping blanks before the keys of a mapping, 1 to 9
 * @param list blanks before the dashes of a list, 0 to 9
 * @param literals whether text of several lines may be written as lines, else it is quoted
 */
record BlockStyle(int mapping, int list, boolean literals) {

    static final BlockStyle DEFAULT = new BlockStyle(2, 2, true);

    private static final int MAX = 9;

    /** With the indentation a text uses: that of its first mapping below a key and of its first list below one. */
    static BlockStyle of(SourceText text, SourceValue root, boolean literals) {
        int mapping = first(text, root, false);
        int step = mapping < 1 || mapping > MAX ? DEFAULT.mapping() : mapping;
        int list = first(text, root, true);
        return new BlockStyle(step, list < 0 || list > MAX ? step : list, literals);
    }

    /** Negative if there is none. */
    private static int first(SourceText text, SourceValue value, boolean list) {
        if (!(value instanceof Collection collection) || collection.flow()) {
            return -1;
        }
        for (Slot slot : collection.slots()) {
            if (!slot.isItem()
                    && slot.value() instanceof Collection below
                    && !below.flow()
                    && below.slots().get(0).isItem() == list
                    && !text.isSameLine(slot.start(), below.content())) {
                return text.column(below.content()) - text.column(slot.start());
            }
            int found = first(text, slot.value(), list);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
