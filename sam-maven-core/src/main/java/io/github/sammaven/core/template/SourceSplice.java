package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Alias;
import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Scalar;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks over a text in its order and notes what must change for it to be read as another tree. Anchors stand for what they
 * come to stand for, so an alias stays only where it still means what is wanted. One use each.
 */
final class SourceSplice {

    private final SourceText text;
    private final SourceValue root;
    private final SourceEdits edits = new SourceEdits();
    private final ValueReplacement replacement;
    private final SlotChanges blocks;
    private final SlotChanges flows;
    private final Map<String, Node> anchors = new HashMap<>();

    /** @param literals whether new text of several lines may be written as lines */
    SourceSplice(SourceText text, TemplateFormat format, boolean literals) {
        this.text = text;
        boolean json = format == TemplateFormat.JSON;
        root = json ? new JsonSourceParser(text).parse() : new YamlSourceParser(text).parse();
        FlowText flow = json ? FlowText.json(text, root) : FlowText.yaml(text);
        BlockStyle style = json ? BlockStyle.DEFAULT : BlockStyle.of(text, root, literals);
        replacement = new ValueReplacement(text, edits, style, flow);
        blocks = new BlockSlots(text, edits, style);
        flows = new FlowSlots(text, edits, flow);
    }

    /** The changed text; empty if the root itself would have to be written anew. */
    Optional<String> changed(Node was, Node wanted) {
        return fits(root, was, wanted) ? Optional.of(edits.applyTo(text.text())) : Optional.empty();
    }

    private void visit(Slot slot, Collection parent, Node was, Node wanted) {
        SourceValue value = slot.value();
        if (value instanceof Alias alias) {
            if (!wanted.equals(anchors.get(alias.name()))) {
                replacement.replace(slot, parent, wanted);
            }
            return;
        }
        if (!fits(value, was, wanted)) {
            replacement.replace(slot, parent, wanted);
        }
        if (!value.head().anchor().isEmpty()) {
            anchors.put(value.head().anchor(), wanted);
        }
    }

    /** Notes the changes inside the value, or none and false if it must be replaced. */
    private boolean fits(SourceValue value, Node was, Node wanted) {
        String tag = value.head().tag();
        if (!tag.startsWith("!") || tag.length() == 1) {
            return value instanceof Collection collection
                    ? collectionFits(collection, was, wanted)
                    : was.equals(wanted);
        }
        String name = Intrinsic.nameOfTag(tag.substring(1));
        Optional<Node> from = was.asMapping().flatMap(call -> call.get(name));
        Optional<Node> to = wanted.asMapping().filter(call -> call.size() == 1).flatMap(call -> call.get(name));
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        if (value instanceof Collection collection) {
            return collectionFits(collection, from.get(), to.get());
        }
        return was.equals(wanted)
                || !name.equals(Intrinsic.GET_ATT) && replacement.replaceText((Scalar) value, to.get());
    }

    private boolean collectionFits(Collection source, Node was, Node wanted) {
        if (!source.regular()) {
            return was.equals(wanted);
        }
        int before = edits.count();
        boolean fits =
                was instanceof MappingNode from && wanted instanceof MappingNode to && mappingFits(source, from, to)
                        || was instanceof SequenceNode list
                                && wanted instanceof SequenceNode other
                                && listFits(source, list, other);
        if (!fits) {
            edits.backTo(before);
        }
        return fits;
    }

    private boolean mappingFits(Collection source, MappingNode was, MappingNode wanted) {
        List<Slot> slots = source.slots();
        if (slots.isEmpty()) {
            return wanted.size() == 0;
        }
        boolean[] kept = new boolean[slots.size()];
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            own.put(slots.get(i).key(), i);
        }
        Map<String, Node> merged = new LinkedHashMap<>();
        int lastKept = -1;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            kept[i] = slot.merge() || wanted.has(slot.key());
            lastKept = kept[i] ? i : lastKept;
            if (slot.merge()) {
                if (!merge(slot.value(), merged)) {
                    return false;
                }
            } else if (kept[i] && own.get(slot.key()) == i) {
                visit(
                        slot,
                        source,
                        was.get(slot.key()).orElseThrow(),
                        wanted.get(slot.key()).orElseThrow());
            }
        }
        if (lastKept < 0 || !wanted.keys().containsAll(merged.keySet())) {
            return false;
        }
        List<NewSlot> added = new ArrayList<>();
        wanted.entries().forEach((key, value) -> {
            if (!own.containsKey(key) && !value.equals(merged.get(key))) {
                added.add(new NewSlot(Optional.of(key), value));
            }
        });
        change(source, kept, added.isEmpty() ? Map.of() : Map.of(lastKept, added));
        return true;
    }

    /** Adds what {@code <<} brings in; false if an alias does not stand for a mapping any more. */
    private boolean merge(SourceValue value, Map<String, Node> merged) {
        if (value instanceof Alias alias && anchors.get(alias.name()) instanceof MappingNode mapping) {
            mapping.entries().forEach(merged::putIfAbsent);
            return true;
        }
        return value instanceof Collection list
                && list.slots().stream().allMatch(slot -> slot.value() instanceof Alias && merge(slot.value(), merged));
    }

    private boolean listFits(Collection source, SequenceNode was, SequenceNode wanted) {
        List<Slot> slots = source.slots();
        if (slots.isEmpty()) {
            return wanted.items().isEmpty();
        }
        int[] partners = new ListAlignment(was.items(), wanted.items()).partners();
        boolean[] kept = new boolean[slots.size()];
        Map<Integer, List<NewSlot>> added = new TreeMap<>();
        int lastKept = -1;
        int next = 0;
        for (int i = 0; i < slots.size(); i++) {
            kept[i] = partners[i] >= 0;
            if (kept[i]) {
                addUpTo(partners[i], next, lastKept, wanted, added);
                visit(slots.get(i), source, was.items().get(i), wanted.items().get(partners[i]));
                next = partners[i] + 1;
                lastKept = i;
            }
        }
        if (lastKept < 0) {
            return false;
        }
        addUpTo(wanted.items().size(), next, lastKept, wanted, added);
        change(source, kept, added);
        return true;
    }

    private static void addUpTo(
            int end, int start, int behind, SequenceNode wanted, Map<Integer, List<NewSlot>> added) {
        if (start < end) {
            added.put(
                    behind,
                    wanted.items().subList(start, end).stream()
                            .map(item -> new NewSlot(Optional.empty(), item))
                            .toList());
        }
    }

    private void change(Collection source, boolean[] kept, Map<Integer, List<NewSlot>> added) {
        (source.flow() ? flows : blocks).change(source, kept, added);
    }
}
