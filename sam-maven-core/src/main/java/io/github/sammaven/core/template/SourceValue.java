package io.github.sammaven.core.template;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A value as it stands in the text of a template. Offsets count chars, ends are exclusive. */
sealed interface SourceValue {

    Head head();

    /** Where the value starts behind its anchor and tag. */
    int content();

    int end();

    default int start() {
        return head().start();
    }

    default boolean isEmpty() {
        return start() == end();
    }

    /** Anchor and tag, each empty if there is none, and where they start and end. */
    record Head(int start, int end, String anchor, String tag) {

        static Head none(int offset) {
            return new Head(offset, offset, "", "");
        }
    }

    record Scalar(Head head, int content, int end, ScalarStyle style) implements SourceValue {}

    record Alias(String name, Head head, int end) implements SourceValue {

        @Override
        public int content() {
            return start();
        }
    }

    /**
     * A mapping or a list.
     *
     * @param flow whether it is written in brackets or braces
     * @param regular whether each key is a plain or quoted text on the line of its colon, only aliases are merged, and no mapping
     *     stands in a list without braces
     */
    record Collection(Head head, int content, int end, boolean flow, boolean regular, List<Slot> slots)
            implements SourceValue {}

    /**
     * An entry of a mapping or an item of a list.
     *
     * @param key its key; empty for an item
     * @param start where the key, the dash or, in a flow list, the value starts
     * @param indicatorEnd the end of the colon or dash
     * @param merge whether it is {@code <<}
     */
    record Slot(String key, int start, int indicatorEnd, SourceValue value, boolean merge) {

        /** Whether it is introduced by a dash; a key is never shorter than itself and its colon. */
        boolean isItem() {
            return indicatorEnd == start + 1;
        }

        int end() {
            return Math.max(indicatorEnd, value.end());
        }
    }
}
