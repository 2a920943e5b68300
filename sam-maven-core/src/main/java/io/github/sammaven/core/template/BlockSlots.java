package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes collections in block style, line by line. */
final class BlockSlots implements SlotChanges {

    private final SourceText text;
    private final SourceEdits edits;
    private final BlockStyle style;

    BlockSlots(SourceText text, SourceEdits edits, BlockStyle style) {
        this.text = text;
        this.edits = edits;
        this.style = style;
    }

    @Override
    public void change(Collection collection, boolean[] kept, Map<Integer, List<NewSlot>> added) {
        List<Slot> slots = collection.slots();
        int column = text.column(slots.get(0).start());
        String lineEnd = text.lineEnd();
        String margin = lineEnd + " ".repeat(column);
        added.forEach((after, news) -> {
            String lines = news.stream()
                    .map(slot -> written(slot, column).replace("\n", lineEnd))
                    .collect(Collectors.joining(margin));
            if (after < 0) {
                edits.insert(slots.get(0).start(), lines + margin);
            } else {
                edits.insert(text.endOfLine(slots.get(after).end()), margin + lines);
            }
        });
        remove(slots, kept);
    }

    private String written(NewSlot slot, int column) {
        YamlTreeWriter writer = new YamlTreeWriter(style);
        return slot.key()
                .map(key -> writer.entry(key, slot.value(), column))
                .orElseGet(() -> writer.item(slot.value(), column));
    }

    private void remove(List<Slot> slots, boolean[] kept) {
        for (int i = 0; i < slots.size(); i++) {
            if (!kept[i]) {
                Slot slot = slots.get(i);
                if (text.isFirstOnLine(slot.start())) {
                    edits.remove(text.startOfLine(slot.start()), text.nextLine(slot.end()));
                } else {
                    removeBehindDash(slots.get(i), slots.get(i + 1));
                }
            }
        }
    }

    /** The slot behind comes up to the dash, unless a comment stands before it. */
    private void removeBehindDash(Slot slot, Slot behind) {
        int line = text.startOfLine(behind.start());
        boolean adjacent = text.nextLine(slot.end()) == line;
        if (adjacent) {
            edits.remove(slot.start(), line);
            edits.remove(line, behind.start());
        } else {
            edits.remove(text.trimEnd(0, slot.start()), text.endOfLine(slot.end()));
        }
    }
}
