package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Slot;

/** How new values look between brackets and braces: as those around them do. */
final class FlowText {

    private final SourceText text;
    private final FlowWriter writer;
    private final String step;

    private FlowText(SourceText text, FlowWriter writer, String step) {
        this.text = text;
        this.writer = writer;
        this.step = step;
    }

    static FlowText yaml(SourceText text) {
        return new FlowText(text, new FlowWriter(false, " "), "");
    }

    static FlowText json(SourceText text, SourceValue root) {
        String step = "  ";
        boolean blank = true;
        if (root instanceof Collection object && !object.slots().isEmpty()) {
            Slot first = object.slots().get(0);
            blank = text.has(' ', first.value().start() - 1);
            String indentation = text.indentation(first.start());
            step = text.isFirstOnLine(first.start()) && !indentation.isEmpty() ? indentation : step;
        }
        return new FlowText(text, new FlowWriter(true, blank ? " " : ""), step);
    }

    String blank() {
        return writer.blank();
    }

    /** The new slot as it is written next to {@code beside}. */
    String slot(NewSlot added, Slot beside) {
        String value = value(added.value(), beside);
        return added.key()
                .map(key -> writer.value(ScalarNode.string(key)) + ":" + writer.blank() + value)
                .orElse(value);
    }

    /** JSON that has a line for each entry goes on so. */
    String value(Node node, Slot beside) {
        if (!writer.json() || node instanceof ScalarNode || !text.isFirstOnLine(beside.start())) {
            return writer.value(node);
        }
        String pretty = JsonTreeWriter.pretty(node).stripTrailing();
        StringBuilder lines = new StringBuilder();
        for (String line : pretty.split("\n")) {
            String content = line.stripLeading();
            int depth = (line.length() - content.length()) / 2;
            lines.append(lines.isEmpty() ? "" : text.lineEnd() + text.indentation(beside.start()))
                    .append(step.repeat(depth))
                    .append(content);
        }
        return lines.toString();
    }
}
