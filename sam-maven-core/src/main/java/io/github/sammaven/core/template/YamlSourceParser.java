package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Head;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Finds where each value of a YAML text starts and ends. The text is known to be a template. One use each. */
final class YamlSourceParser {

    private final SourceText source;
    private final CodePoints codePoints;
    private final FlowDashes dashes;
    private final Parser events;

    YamlSourceParser(SourceText source) {
        this.source = source;
        this.codePoints = new CodePoints(source.text());
        this.dashes = new FlowDashes(source.text());
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, dashes.hide(source.text())));
    }

    SourceValue parse() {
        events.next();
        events.next();
        return value();
    }

    private SourceValue value() {
        Event event = events.next();
        if (event instanceof MappingStartEvent mapping) {
            return mapping(mapping, head(event, mapping.getAnchor(), mapping.getTag()));
        }
        if (event instanceof SequenceStartEvent list) {
            return list(list, head(event, list.getAnchor(), list.getTag()));
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, head(event, scalar.getAnchor(), scalar.getTag()));
        }
        if (event instanceof AliasEvent alias) {
            return new SourceValue.Alias(alias.getAlias().getValue(), Head.none(start(event)), end(event));
        }
        throw new IllegalStateException("unexpected YAML event " + event);
    }

    private Collection mapping(MappingStartEvent event, Head head) {
        int content = contentAfter(head);
        boolean regular = !event.isFlow() || source.has('{', content);
        List<Slot> slots = new ArrayList<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = events.peekEvent();
            SourceValue key = value();
            int colon = source.skipBlanks(key.end());
            boolean plain = keyEvent instanceof ScalarEvent scalar
                    && scalar.getAnchor().isEmpty()
                    && scalar.getTag().isEmpty()
                    && source.has(':', colon)
                    && !isExplicit(key.start());
            SourceValue value = value();
            String name = plain ? dashes.show(((ScalarEvent) keyEvent).getValue()) : "";
            boolean merge = plain && ((ScalarEvent) keyEvent).isPlain() && name.equals("<<");
            regular &= plain && (!merge || isAliases(value));
            slots.add(new Slot(name, key.start(), plain ? colon + 1 : key.end(), value, merge));
        }
        Event last = events.next();
        return collection(head, content, event.isFlow(), regular, slots, last);
    }

    private static boolean isAliases(SourceValue merged) {
        return merged instanceof SourceValue.Alias
                || merged instanceof Collection list
                        && list.head().start() == list.head().end()
                        && list.slots().stream().allMatch(slot -> slot.value() instanceof SourceValue.Alias);
    }

    private Collection list(SequenceStartEvent event, Head head) {
        int content = contentAfter(head);
        List<Slot> slots = new ArrayList<>();
        boolean regular = true;
        int next = content;
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            SourceValue value = value();
            int start = event.isFlow() ? value.start() : next;
            Slot slot = new Slot("", start, event.isFlow() ? start : start + 1, value, false);
            slots.add(slot);
            regular &= !isBarePair(value);
            next = source.skipSpace(slot.end());
        }
        Event last = events.next();
        return collection(head, content, event.isFlow(), regular, slots, last);
    }

    /** {@code [key: value]}, a mapping without braces. */
    private boolean isBarePair(SourceValue value) {
        return value instanceof Collection collection
                && collection.flow()
                && !source.has('{', collection.content())
                && !source.has('[', collection.content());
    }

    /** A block ends where its last value does: the parser would count what follows, up to the next token. */
    private Collection collection(
            Head head, int content, boolean flow, boolean regular, List<Slot> slots, Event lastEvent) {
        int end = flow || slots.isEmpty()
                ? end(lastEvent)
                : slots.get(slots.size() - 1).end();
        return new Collection(head, content, end, flow, regular, List.copyOf(slots));
    }

    private SourceValue scalar(ScalarEvent event, Head head) {
        ScalarStyle style = event.getScalarStyle();
        int end = end(event);
        int content = Math.min(contentAfter(head), Math.max(end, head.end()));
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            end = endOfBlock(content, end);
        }
        return new SourceValue.Scalar(head, content, Math.max(end, head.end()), style);
    }

    /** Blank lines below a text belong to it only where its header says so. */
    private int endOfBlock(int start, int end) {
        String header = source.text().substring(start, Math.min(start + 3, end));
        int trimmed = source.trimEnd(start, end);
        if (!header.contains("+")) {
            return trimmed;
        }
        int lastLine = source.startOfLine(end);
        int lineEnd = lastLine < end && source.trimEnd(lastLine, end) > lastLine ? end : lastLine;
        if (lineEnd > trimmed && source.text().charAt(lineEnd - 1) == '\n') {
            lineEnd -= lineEnd - 2 >= trimmed && source.text().charAt(lineEnd - 2) == '\r' ? 2 : 1;
        }
        return Math.max(trimmed, lineEnd);
    }

    private boolean isExplicit(int keyStart) {
        int before = source.trimEnd(0, keyStart) - 1;
        return before >= 0 && source.has('?', before) && (before == 0 || isBreak(before - 1));
    }

    private Head head(Event event, Optional<Anchor> anchor, Optional<String> tag) {
        int start = start(event);
        int end = start;
        int properties = (anchor.isPresent() ? 1 : 0) + (tag.isPresent() ? 1 : 0);
        for (int i = 0; i < properties; i++) {
            int property = source.skipSpace(end);
            if (!source.has('&', property) && !source.has('!', property)) {
                break;
            }
            end = endOfProperty(property);
        }
        return new Head(start, end, anchor.map(Anchor::getValue).orElse(""), tag.orElse(""));
    }

    private int endOfProperty(int start) {
        int at = start;
        while (at < source.text().length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    /** Whether a word ends here. */
    private boolean isBreak(int offset) {
        return " \t\r\n,[]{}".indexOf(source.text().charAt(offset)) >= 0;
    }

    private int contentAfter(Head head) {
        return head.start() == head.end() ? head.start() : source.skipSpace(head.end());
    }

    private int start(Event event) {
        return event.getStartMark().map(this::offset).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(this::offset).orElse(0);
    }

    private int offset(Mark mark) {
        return codePoints.offset(mark.getIndex());
    }
}
