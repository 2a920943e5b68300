package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes collections in brackets and braces: where slots have lines of their own line by line, else in the line. */
final class FlowSlots implements SlotChanges {

    private final SourceText text;
    private final SourceEdits edits;
    private final FlowText flow;

    FlowSlots(SourceText text, SourceEdits edits, FlowText flow) {
        this.text = text;
        this.edits = edits;
        this.flow = flow;
    }

    @Override
    public void change(Collection collection, boolean[] kept, Map<Integer, List<NewSlot>> added) {
        List<Slot> slots = collection.slots();
        int last = slots.size() - 1;
        while (!kept[last]) {
            last--;
        }
        for (Map.Entry<Integer, List<NewSlot>> entry : added.entrySet()) {
            if (entry.getKey() < 0) {
                addFirst(slots.get(0), entry.getValue());
            } else if (entry.getKey() < last) {
                addBehind(slots.get(entry.getKey()), entry.getValue());
            }
        }
        for (int i = 0; i < last; i++) {
            if (!kept[i]) {
                remove(slots.get(i), slots.get(i + 1));
            }
        }
        List<NewSlot> atEnd = added.getOrDefault(last, List.of());
        if (last < slots.size() - 1) {
            replaceEnd(slots, last, atEnd);
        } else if (!atEnd.isEmpty()) {
            addLast(slots.get(last), atEnd);
        }
    }

    private void addFirst(Slot first, List<NewSlot> news) {
        boolean ownLine = text.isFirstOnLine(first.start());
        String behind = ownLine ? "," + margin(first) : "," + flow.blank();
        edits.insert(
                first.start(),
                news.stream().map(slot -> flow.slot(slot, first) + behind).collect(Collectors.joining()));
    }

    /** A comma follows the slot already. */
    private void addBehind(Slot slot, List<NewSlot> news) {
        int comma = text.skipSpace(slot.end());
        if (hasOwnLine(slot, comma)) {
            edits.insert(
                    text.endOfLine(comma),
                    news.stream()
                            .map(added -> margin(slot) + flow.slot(added, slot) + ",")
                            .collect(Collectors.joining()));
        } else {
            edits.insert(slot.end(), joined(slot, news));
        }
    }

    private void addLast(Slot slot, List<NewSlot> news) {
        int behind = text.skipSpace(slot.end());
        boolean comma = text.has(',', behind);
        if (comma && hasOwnLine(slot, behind)) {
            addBehind(slot, news);
        } else if (text.isFirstOnLine(slot.start()) && text.isRestBlank(slot.end())) {
            edits.insert(slot.end(), ",");
            edits.insert(text.endOfLine(slot.end()), lines(slot, news));
        } else {
            edits.insert(slot.end(), joined(slot, news));
        }
    }

    /** All slots behind the one of number {@code last} go. */
    private void replaceEnd(List<Slot> slots, int last, List<NewSlot> news) {
        Slot slot = slots.get(last);
        int comma = text.skipSpace(slot.end());
        Slot first = slots.get(last + 1);
        int end = slots.get(slots.size() - 1).end();
        int trailing = text.skipSpace(end);
        int endOfLast = text.has(',', trailing) && text.isSameLine(end, trailing) ? trailing + 1 : end;
        if (text.isFirstOnLine(first.start()) && text.isRestBlank(endOfLast) && hasOwnLine(slot, comma)) {
            if (news.isEmpty()) {
                edits.remove(comma, comma + 1);
            }
            edits.insert(text.endOfLine(comma), lines(slot, news));
            edits.remove(text.startOfLine(first.start()), text.nextLine(endOfLast));
        } else {
            edits.replace(slot.end(), end, joined(slot, news));
        }
    }

    private void remove(Slot slot, Slot behind) {
        int comma = text.skipSpace(slot.end());
        if (hasOwnLine(slot, comma)) {
            edits.remove(text.startOfLine(slot.start()), text.nextLine(comma));
        } else {
            edits.remove(slot.start(), behind.start());
        }
    }

    private boolean hasOwnLine(Slot slot, int comma) {
        return text.isFirstOnLine(slot.start()) && text.isSameLine(slot.end(), comma) && text.isRestBlank(comma + 1);
    }

    private String lines(Slot beside, List<NewSlot> news) {
        return news.isEmpty()
                ? ""
                : news.stream()
                        .map(slot -> flow.slot(slot, beside))
                        .collect(Collectors.joining("," + margin(beside), margin(beside), ""));
    }

    private String joined(Slot beside, List<NewSlot> news) {
        String before = text.isFirstOnLine(beside.start()) ? margin(beside) : flow.blank();
        return news.stream().map(slot -> "," + before + flow.slot(slot, beside)).collect(Collectors.joining());
    }

    private String margin(Slot slot) {
        return text.lineEnd() + text.indentation(slot.start());
    }
}
