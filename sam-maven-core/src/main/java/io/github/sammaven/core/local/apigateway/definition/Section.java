package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mapping whose expressions are resolved, read by what is expected in it; what is there instead is told. */
final class Section {

    private static final int MAX_DIGITS = 9;

    private static final Predicate<String> DECIMAL =
            Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?").asMatchPredicate();

    private final StackReading stack;
    private final String owner;
    private final SourceMark home;
    private final MappingNode node;

    /**
     * @param owner what messages begin with, the logical id of a resource
     * @param home where that is, for what nobody wrote
     */
    Section(StackReading stack, String owner, SourceMark home, MappingNode node) {
        this.stack = stack;
        this.owner = owner;
        this.home = home;
        this.node = node;
    }

    String owner() {
        return owner;
    }

    MappingNode mapping() {
        return node;
    }

    StackReading stack() {
        return stack;
    }

    /** The same with other content. */
    Section with(MappingNode other) {
        return new Section(stack, owner, home, other);
    }

    /** The names of CloudFormation in the spelling of OpenAPI: {@code TimeoutInMillis} becomes {@code timeoutInMillis}. */
    Section inOpenApiSpelling() {
        MappingNode.Builder renamed = MappingNode.builder(node.mark());
        node.entries()
                .forEach((key, value) -> renamed.put(
                        key.isEmpty() ? key : key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1),
                        node.keyMark(key),
                        value));
        return with(renamed.build());
    }

    /** The same with another name for one of the keys. */
    Section renamed(String key, String name) {
        return node.get(key)
                .map(value -> {
                    MappingNode.Builder renamed = MappingNode.builder(node.mark());
                    node.without(key).entries().forEach((other, kept) -> renamed.put(other, node.keyMark(other), kept));
                    return with(renamed.put(name, node.keyMark(key), value).build());
                })
                .orElse(this);
    }

    Section plus(String key, Node value) {
        return with(node.with(key, value));
    }

    /** What is there, unless it is null. */
    Optional<Node> node(String key) {
        return node.get(key).filter(value -> !value.isNull());
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    Optional<String> text(String key) {
        Optional<Node> value = node(key);
        Optional<String> text = value.flatMap(Node::asText);
        if (value.isPresent() && text.isEmpty()) {
            unusable(key, value.get(), "a single value");
        }
        return text;
    }

    /** A whole number of at least 0. */
    Optional<Integer> number(String key) {
        Optional<String> text = text(key);
        Optional<Integer> number = text.filter(Section::isNumber).map(Integer::valueOf);
        if (text.isPresent() && number.isEmpty()) {
            warn(key, key + " must be a whole number, not '" + text.get() + "'", "");
        }
        return number;
    }

    /** A number of at least 0. */
    Optional<Double> decimal(String key) {
        Optional<String> text = text(key);
        Optional<Double> number = text.filter(DECIMAL).map(Double::valueOf);
        if (text.isPresent() && number.isEmpty()) {
            warn(key, key + " must be a number, not '" + text.get() + "'", "");
        }
        return number;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    boolean flag(String key) {
        return text(key).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** As {@link #flag}, for what must not be taken as false only because it is not known. */
    boolean flagOrUnknown(String key) {
        return has(key) && text(key).map("true"::equalsIgnoreCase).orElse(true);
    }

    /** A list of texts; a single text counts as a list. */
    List<String> texts(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Node> items = value.get()
                .asSequence()
                .map(SequenceNode::items)
                .orElse(value.get().asMapping().isPresent() ? List.of() : List.of(value.get()));
        if (value.get().asMapping().isPresent()) {
            unusable(key, value.get(), "a list");
        }
        List<String> texts = new ArrayList<>();
        items.forEach(item ->
                item.asText().ifPresentOrElse(texts::add, () -> unusable(key, item, "a list of single values")));
        return texts;
    }

    /** A list whose items may well be unknown, then in the form they are written in. */
    List<String> expressions(String key) {
        return node(key).stream()
                .flatMap(all ->
                        all.asSequence().map(list -> list.items().stream()).orElseGet(() -> Stream.of(all)))
                .map(item -> item.asText().orElseGet(() -> StackReading.expression(item)))
                .toList();
    }

    /** As {@link #expressions}; that an item is unknown is told, since nothing will ever equal it. */
    List<String> textsAsWritten(String key) {
        node(key).stream()
                .flatMap(all ->
                        all.asSequence().map(list -> list.items().stream()).orElseGet(() -> Stream.of(all)))
                .filter(item -> item.asText().isEmpty())
                .forEach(item -> unusable(key, item, "a list of single values"));
        return expressions(key);
    }

    /** A mapping of texts. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        section(key).ifPresent(section -> section.node.keys().forEach(name -> section.text(name)
                .ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    Optional<Section> section(String key) {
        Optional<Node> value = node(key);
        Optional<MappingNode> mapping = value.flatMap(Node::asMapping)
                .filter(found -> Intrinsic.of(found).isEmpty());
        if (value.isPresent() && mapping.isEmpty()) {
            unusable(key, value.get(), "a mapping");
        }
        return mapping.map(this::with);
    }

    /** A list of mappings. */
    List<Section> sections(String key) {
        Optional<Node> value = node(key);
        Optional<SequenceNode> list = value.flatMap(Node::asSequence);
        if (value.isPresent() && list.isEmpty()) {
            unusable(key, value.get(), "a list");
        }
        List<Section> sections = new ArrayList<>();
        list.map(SequenceNode::items).orElse(List.of()).forEach(item -> item.asMapping()
                .filter(mapping -> Intrinsic.of(mapping).isEmpty())
                .ifPresentOrElse(
                        mapping -> sections.add(with(mapping)), () -> unusable(key, item, "a list of mappings")));
        return sections;
    }

    /** The logical id a property points at. */
    Optional<String> reference(String key) {
        Optional<Node> value = node(key);
        Optional<String> reference = value.flatMap(StackReading::reference);
        if (value.isPresent() && reference.isEmpty()) {
            unusable(key, value.get(), "a reference");
        }
        return reference;
    }

    /** Where it begins, or else the resource that it is part of. */
    SourceMark mark() {
        return node.mark().isKnown() ? node.mark() : home;
    }

    /** Where {@code key} is, or else the closest place that is known. */
    SourceMark mark(String key) {
        SourceMark written = node.keyMark(key);
        return written.isKnown() ? written : mark();
    }

    void warn(String key, String message, String suggestion) {
        stack.warn(mark(key), owner + ": " + message, suggestion);
    }

    private void unusable(String key, Node value, String expected) {
        if (Intrinsic.of(value).isPresent()) {
            warn(key, key + " is not known offline, " + stack.reason(value), "");
        } else {
            warn(key, key + " must be " + expected + ", this is " + value.kindName(), "");
        }
    }
}
