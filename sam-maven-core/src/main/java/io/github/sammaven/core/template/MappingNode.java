package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values by key, in the order they were written. Equality is that of the entries, whatever their order. */
public final class MappingNode implements Node {

    private final Map<String, Node> entries;
    private final Map<String, SourceMark> keyMarks;
    private final boolean shortTag;
    private final SourceMark mark;

    private MappingNode(
            Map<String, Node> entries, Map<String, SourceMark> keyMarks, boolean shortTag, SourceMark mark) {
        this.entries = Collections.unmodifiableMap(entries);
        this.keyMarks = keyMarks;
        this.shortTag = shortTag;
        this.mark = mark;
    }

    /** A copy of {@code entries} in their order. */
    public static MappingNode of(Map<String, ? extends Node> entries, SourceMark mark) {
        return new MappingNode(new LinkedHashMap<>(entries), Map.of(), false, mark);
    }

    public static MappingNode of(Map<String, ? extends Node> entries) {
        return of(entries, SourceMark.NONE);
    }

    /** A mapping with the one entry {@code key: value}, as an intrinsic function is. */
    public static MappingNode of(String key, Node value) {
        return of(Map.of(key, value), value.mark());
    }

    public static Builder builder(SourceMark mark) {
        return new Builder(mark);
    }

    /** For a mapping that nobody wrote. */
    public static Builder builder() {
        return new Builder(SourceMark.NONE);
    }

    /** Unmodifiable, in the order of the template. */
    public Map<String, Node> entries() {
        return entries;
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public int size() {
        return entries.size();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of {@code key}; a null scalar counts as present. */
    public Optional<Node> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of {@code key} if it is a mapping. */
    public Optional<MappingNode> mapping(String key) {
        return get(key).flatMap(Node::asMapping);
    }

    /** The value of {@code key} if it is a list. */
    public Optional<SequenceNode> sequence(String key) {
        return get(key).flatMap(Node::asSequence);
    }

    /** The value of {@code key} as text if it is a scalar that is not null. */
    public Optional<String> text(String key) {
        return get(key).flatMap(Node::asText);
    }

    /** Where {@code key} itself is written; the mapping's own place if that is not known. */
    public SourceMark keyMark(String key) {
        SourceMark known = keyMarks.get(key);
        return known == null ? mark : known;
    }

    /** Whether the template has {@code key}, in contrast to one that was added. */
    public boolean isWritten(String key) {
        return keyMarks.containsKey(key);
    }

    /** Whether this is an intrinsic function that was written with a tag, {@code !Ref X}. */
    public boolean isShortTag() {
        return shortTag;
    }

    /** A copy with {@code key} set; an existing key keeps its place. */
    public MappingNode with(String key, Node value) {
        var copy = new LinkedHashMap<>(entries);
        copy.put(key, value);
        return new MappingNode(copy, keyMarks, shortTag && copy.size() == 1, mark);
    }

    /** A copy without {@code key}. */
    public MappingNode without(String key) {
        if (!has(key)) {
            return this;
        }
        var copy = new LinkedHashMap<>(entries);
        copy.remove(key);
        return new MappingNode(copy, keyMarks, false, mark);
    }

    /** A copy with other values under the same keys, places and tag; keys that {@code changed} lacks are dropped. */
    public MappingNode withEntries(Map<String, ? extends Node> changed) {
        return new MappingNode(new LinkedHashMap<>(changed), keyMarks, shortTag && changed.size() == 1, mark);
    }

    @Override
    public SourceMark mark() {
        return mark;
    }

    @Override
    public Optional<MappingNode> asMapping() {
        return Optional.of(this);
    }

    @Override
    public String kindName() {
        return "a mapping";
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.mapping(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MappingNode that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }

    /** Collects entries with the places of their keys; {@link #build()} may be called once. */
    public static final class Builder {

        private final Map<String, Node> entries = new LinkedHashMap<>();
        private final Map<String, SourceMark> keyMarks = new LinkedHashMap<>();
        private final SourceMark mark;
        private boolean shortTag;

        private Builder(SourceMark mark) {
            this.mark = mark;
        }

        /** Sets {@code key}, replacing an earlier value. */
        public Builder put(String key, SourceMark keyMark, Node value) {
            entries.put(key, value);
            keyMarks.put(key, keyMark);
            return this;
        }

        /** Sets {@code key}, replacing an earlier value; where it is written is not known. */
        public Builder put(String key, Node value) {
            entries.put(key, value);
            return this;
        }

        public Builder put(String key, String value) {
            return put(key, ScalarNode.string(value));
        }

        /** Sets {@code key} if there is a value and it is not null. */
        public Builder put(String key, Optional<? extends Node> value) {
            value.filter(present -> !present.isNull()).ifPresent(present -> entries.put(key, present));
            return this;
        }

        /** Takes over the value of {@code key} in {@code source} if it is there and not null. */
        public Builder copy(MappingNode source, String key) {
            return copy(source, key, key);
        }

        /** As {@link #copy(MappingNode, String)}, under another name. */
        public Builder copy(MappingNode source, String key, String as) {
            source.get(key).filter(value -> !value.isNull()).ifPresent(value -> put(as, source.keyMark(key), value));
            return this;
        }

        public Builder shortTag() {
            shortTag = true;
            return this;
        }

        public Optional<SourceMark> markOf(String key) {
            return Optional.ofNullable(keyMarks.get(key));
        }

        public MappingNode build() {
            return new MappingNode(entries, keyMarks, shortTag, mark);
        }
    }
}
