package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Objects;
import java.util.Optional;

/**
 * A single value.
 *
 * @param text canonical text of the value, see {@link ScalarKind}
 * @param kind what the value is
 * @param mark where it starts; not part of equality
 */
public record ScalarNode(String text, ScalarKind kind, SourceMark mark) implements Node {

    public static ScalarNode string(String text, SourceMark mark) {
        return new ScalarNode(text, ScalarKind.STRING, mark);
    }

    public static ScalarNode string(String text) {
        return string(text, SourceMark.NONE);
    }

    public static ScalarNode integer(long value, SourceMark mark) {
        return new ScalarNode(Long.toString(value), ScalarKind.INTEGER, mark);
    }

    public static ScalarNode bool(boolean value, SourceMark mark) {
        return new ScalarNode(Boolean.toString(value), ScalarKind.BOOLEAN, mark);
    }

    public static ScalarNode integer(long value) {
        return integer(value, SourceMark.NONE);
    }

    public static ScalarNode bool(boolean value) {
        return bool(value, SourceMark.NONE);
    }

    public static ScalarNode ofNull(SourceMark mark) {
        return new ScalarNode("null", ScalarKind.NULL, mark);
    }

    public boolean isString() {
        return kind == ScalarKind.STRING;
    }

    @Override
    public boolean isNull() {
        return kind == ScalarKind.NULL;
    }

    @Override
    public Optional<ScalarNode> asScalar() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> asText() {
        return isNull() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String kindName() {
        return kind.kindName();
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.scalar(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScalarNode that && kind == that.kind && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, kind);
    }

    @Override
    public String toString() {
        return isString() ? '"' + text + '"' : text;
    }
}
