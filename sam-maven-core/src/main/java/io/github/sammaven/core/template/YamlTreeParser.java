package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Builds the tree from YAML events, so that tags, positions and order are those of the file. One use each. */
final class YamlTreeParser {

    private static final String CORE_TAG = "tag:yaml.org,2002:";

    private final String file;
    private final List<Problem> findings;
    private final TreeLimits limits = new TreeLimits();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private final FlowDashes dashes;

    /** An anchored value and how many values it stands for; no value yet while it is being read. */
    private record Anchored(@Nullable Node node, long size) {}

    private final String text;

    YamlTreeParser(String text, String file, List<Problem> findings) {
        this.dashes = new FlowDashes(text);
        this.text = dashes.hide(text);
        this.file = file;
        this.findings = findings;
    }

    Node parse() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            return document(new ParserImpl(settings, new StreamReader(settings, text)));
        } catch (MarkedYamlEngineException broken) {
            throw new InvalidTemplateException(syntaxProblem(broken));
        } catch (ReaderException unprintable) {
            throw new InvalidTemplateException(Problem.error(
                    positionOf(unprintable.getPosition()),
                    String.format("the character U+%04X is not allowed in YAML", unprintable.getCodePoint()),
                    "remove it, or write it as \"\\u%04x\" in double quotes".formatted(unprintable.getCodePoint())));
        } catch (YamlEngineException other) {
            throw new InvalidTemplateException(
                    Problem.error(SourceMark.ofFile(file), "this is not YAML: " + other.getMessage()));
        }
    }

    private Node document(Parser events) {
        events.next();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            throw new InvalidTemplateException(
                    Problem.error(SourceMark.ofFile(file), "the template is empty", "add a Resources: section"));
        }
        events.next();
        Node root = value(events, 0);
        events.next();
        Event after = events.next();
        if (!after.getEventId().equals(Event.ID.StreamEnd)) {
            throw new InvalidTemplateException(Problem.error(
                    mark(after), "a second document starts here", "keep one document in a template file"));
        }
        return root;
    }

    private Node value(Parser events, int depth) {
        Event event = events.next();
        SourceMark mark = mark(event);
        limits.checkDepth(depth, mark);
        if (event instanceof AliasEvent alias) {
            return aliased(alias, mark);
        }
        long before = limits.nodes();
        limits.add(1, mark);
        Optional<Anchor> anchor = anchorOf(event);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        Node node = node(event, events, depth, mark);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, limits.nodes() - before)));
        return node;
    }

    private Node node(Event event, Parser events, int depth, SourceMark mark) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, mark);
        }
        if (event instanceof SequenceStartEvent sequence) {
            List<Node> items = new ArrayList<>();
            while (!events.checkEvent(Event.ID.SequenceEnd)) {
                items.add(value(events, depth + 1));
            }
            events.next();
            return tagged(sequence.getTag(), new SequenceNode(items, mark));
        }
        if (event instanceof MappingStartEvent mapping) {
            return tagged(mapping.getTag(), mapping(events, depth, mark));
        }
        throw new IllegalStateException("unexpected YAML event " + event);
    }

    private MappingNode mapping(Parser events, int depth, SourceMark mark) {
        MappingNode.Builder own = MappingNode.builder(mark);
        List<MappingNode> merged = new ArrayList<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = events.peekEvent();
            SourceMark keyMark = mark(keyEvent);
            boolean plainMerge = keyEvent instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getTag().isEmpty()
                    && scalar.getValue().equals("<<");
            String key = key(events, depth, keyMark);
            Node value = value(events, depth + 1);
            if (plainMerge) {
                merged.addAll(mergeSources(value, keyMark));
                continue;
            }
            own.markOf(key).ifPresent(first -> findings.add(DuplicateKeys.problem(key, first, keyMark)));
            own.put(key, keyMark, value);
        }
        events.next();
        return merged.isEmpty() ? own.build() : merge(merged, own.build());
    }

    /** Keys are text as it is written, also where a value would be read as a number or a boolean. */
    private String key(Parser events, int depth, SourceMark keyMark) {
        if (events.peekEvent() instanceof ScalarEvent scalar
                && scalar.getAnchor().isEmpty()) {
            events.next();
            return dashes.show(scalar.getValue());
        }
        Node key = value(events, depth + 1);
        return key.asScalar()
                .map(ScalarNode::text)
                .orElseThrow(() -> new InvalidTemplateException(
                        Problem.error(keyMark, "a key must be text, this is " + key.kindName())));
    }

    private static List<MappingNode> mergeSources(Node value, SourceMark keyMark) {
        List<MappingNode> sources = new ArrayList<>();
        List<Node> items = value.asSequence().map(SequenceNode::items).orElse(List.of(value));
        for (Node item : items) {
            sources.add(item.asMapping()
                    .orElseThrow(() -> new InvalidTemplateException(Problem.error(
                            keyMark, "'<<' merges mappings, this is " + item.kindName(), "name an anchored mapping"))));
        }
        return sources;
    }

    /** Merged keys come first, the earliest source wins among them, and the mapping's own keys win over all. */
    private static MappingNode merge(List<MappingNode> sources, MappingNode own) {
        MappingNode.Builder result = MappingNode.builder(own.mark());
        for (MappingNode source : sources) {
            source.entries().forEach((key, value) -> {
                if (result.markOf(key).isEmpty()) {
                    result.put(key, source.keyMark(key), value);
                }
            });
        }
        own.entries().forEach((key, value) -> result.put(key, own.keyMark(key), value));
        return result.build();
    }

    private Node aliased(AliasEvent alias, SourceMark mark) {
        Anchored target = anchors.get(alias.getAlias());
        if (target == null) {
            throw new InvalidTemplateException(
                    Problem.error(mark, "the alias *" + alias.getAlias() + " has no anchor above it"));
        }
        if (target.node() == null) {
            throw new InvalidTemplateException(
                    Problem.error(mark, "the alias *" + alias.getAlias() + " contains itself"));
        }
        limits.add(target.size(), mark);
        return target.node();
    }

    private Node scalar(ScalarEvent event, SourceMark mark) {
        String value = dashes.show(event.getValue());
        String tag = event.getTag().orElse("");
        if (tag.isEmpty() && event.isPlain()) {
            return ScalarResolver.plain(value, mark);
        }
        if (tag.startsWith(CORE_TAG)) {
            return ScalarResolver.ofType(tag.substring(CORE_TAG.length()), value, mark);
        }
        if (tag.startsWith("!") && tag.length() > 1) {
            String name = Intrinsic.nameOfTag(tag.substring(1));
            Node argument = event.isPlain() && !name.equals(Intrinsic.REF) && !name.equals(Intrinsic.CONDITION)
                    ? ScalarResolver.plain(value, mark)
                    : ScalarNode.string(value, mark);
            return function(name, name.equals(Intrinsic.GET_ATT) ? attributePath(value, mark) : argument);
        }
        return ScalarNode.string(value, mark);
    }

    /** {@code A.B.C} is resource {@code A} and attribute {@code B.C}. */
    private static Node attributePath(String text, SourceMark mark) {
        int dot = text.indexOf('.');
        return dot < 0
                ? ScalarNode.string(text, mark)
                : new SequenceNode(
                        List.of(
                                ScalarNode.string(text.substring(0, dot), mark),
                                ScalarNode.string(text.substring(dot + 1), mark)),
                        mark);
    }

    private static Node tagged(Optional<String> tag, Node node) {
        String name = tag.orElse("");
        if (name.startsWith("!") && name.length() > 1) {
            return function(Intrinsic.nameOfTag(name.substring(1)), node);
        }
        boolean natural = name.equals(CORE_TAG + (node instanceof MappingNode ? "map" : "seq"));
        if (name.startsWith(CORE_TAG) && !natural) {
            throw new InvalidTemplateException(Problem.error(
                    node.mark(),
                    "the YAML type !!" + name.substring(CORE_TAG.length()) + " means nothing in a template"));
        }
        return node;
    }

    private static Node function(String name, Node argument) {
        return MappingNode.builder(argument.mark())
                .put(name, argument.mark(), argument)
                .shortTag()
                .build();
    }

    private static Optional<Anchor> anchorOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getAnchor();
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getAnchor();
        }
        return event instanceof MappingStartEvent mapping ? mapping.getAnchor() : Optional.empty();
    }

    private Problem syntaxProblem(MarkedYamlEngineException broken) {
        SourceMark mark = broken.getProblemMark().map(this::mark).orElse(SourceMark.ofFile(file));
        String context =
                Optional.ofNullable(broken.getContext()).map(text -> " " + text).orElse("");
        String message = "broken YAML" + context + ": " + broken.getProblem();
        boolean tab = broken.getProblem().contains("TAB");
        String from = broken.getContextMark()
                .filter(start -> start.getLine() + 1 != mark.line())
                .map(start -> "the part that is broken starts at line " + (start.getLine() + 1))
                .orElse("");
        return Problem.error(mark, message, tab ? "indent with spaces, YAML allows no tabs" : from);
    }

    private SourceMark positionOf(int codePoint) {
        String before = text.substring(0, text.offsetByCodePoints(0, codePoint));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new SourceMark(file, line, before.codePointCount(lineStart, before.length()) + 1);
    }

    private SourceMark mark(Event event) {
        return event.getStartMark().map(this::mark).orElse(SourceMark.ofFile(file));
    }

    private SourceMark mark(Mark mark) {
        return new SourceMark(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
