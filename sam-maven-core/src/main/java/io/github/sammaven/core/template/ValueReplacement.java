package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Scalar;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Edits that put another value into the place of one; its anchor, its quotes and the comment behind it stay. */
final class ValueReplacement {

    private final SourceText text;
    private final SourceEdits edits;
    private final BlockStyle style;
    private final FlowText flow;

    ValueReplacement(SourceText text, SourceEdits edits, BlockStyle style, FlowText flow) {
        this.text = text;
        this.edits = edits;
        this.style = style;
        this.flow = flow;
    }

    void replace(Slot slot, Collection parent, Node wanted) {
        SourceValue old = slot.value();
        Node shown = taggedAs(old, wanted);
        String anchor = old.head().anchor().isEmpty() ? "" : "&" + old.head().anchor() + " ";
        Optional<String> quoted = quotedAs(old, wanted);
        if (parent.flow()) {
            String value = anchor + quoted.orElseGet(() -> flow.value(shown, slot));
            replaceInline(slot, value);
        } else {
            String value = quoted.map(" "::concat)
                    .orElseGet(() -> new YamlTreeWriter(style).value(shown, text.column(slot.start()), slot.isItem()));
            replaceInBlock(slot, (anchor.isEmpty() ? "" : " " + anchor.stripTrailing()) + value);
        }
    }

    /** Replaces the text behind a tag if both texts can stand on one line. */
    boolean replaceText(Scalar old, Node wanted) {
        if (!(wanted instanceof ScalarNode scalar)
                || !scalar.isString()
                || scalar.text().contains("\n")
                || old.style() == ScalarStyle.LITERAL
                || old.style() == ScalarStyle.FOLDED
                || old.content() >= old.end()) {
            return false;
        }
        edits.replace(
                old.content(),
                old.end(),
                YamlScalar.inStyle(scalar.text(), old.style()).orElseGet(() -> YamlScalar.inFlow(scalar)));
        return true;
    }

    private void replaceInline(Slot slot, String value) {
        SourceValue old = slot.value();
        if (old.isEmpty()) {
            edits.insert(slot.indicatorEnd(), " " + value);
        } else {
            edits.replace(old.start(), old.end(), value);
        }
    }

    /** @param value what follows the colon or dash */
    private void replaceInBlock(Slot slot, String value) {
        int lineBreak = value.indexOf('\n');
        String head = lineBreak < 0 ? value : value.substring(0, lineBreak);
        String tail = lineBreak < 0 ? "" : value.substring(lineBreak).replace("\n", text.lineEnd());
        SourceValue old = slot.value();
        boolean startsThere = text.isSameLine(slot.indicatorEnd(), old.start());
        boolean block = old instanceof Collection collection && !collection.flow();
        if (startsThere && text.isSameLine(old.start(), old.content()) || tail.isEmpty() && !block) {
            if (tail.isEmpty()) {
                replaceInline(slot, head.substring(1));
            } else {
                edits.replace(slot.indicatorEnd(), slot.end(), head);
            }
            edits.insert(text.endOfLine(slot.end()), tail);
        } else {
            int headEnd = startsThere ? old.head().end() : slot.indicatorEnd();
            edits.replace(slot.indicatorEnd(), headEnd, head);
            edits.replace(text.endOfLine(headEnd), text.endOfLine(slot.end()), tail);
        }
    }

    /** The same function keeps its short tag. */
    private static Node taggedAs(SourceValue old, Node wanted) {
        boolean tagged = Intrinsic.of(wanted)
                .filter(call -> call.tag().equals(old.head().tag()))
                .isPresent();
        MappingNode.Builder copy = MappingNode.builder(wanted.mark());
        wanted.asMapping().ifPresent(mapping -> mapping.entries().forEach(copy::put));
        return tagged ? copy.shortTag().build() : wanted;
    }

    private static Optional<String> quotedAs(SourceValue old, Node wanted) {
        return old instanceof Scalar scalar
                        && scalar.head().tag().isEmpty()
                        && wanted instanceof ScalarNode node
                        && node.isString()
                ? YamlScalar.inStyle(node.text(), scalar.style())
                : Optional.empty();
    }
}
