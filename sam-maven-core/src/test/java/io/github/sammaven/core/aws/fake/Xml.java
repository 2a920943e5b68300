package io.github.sammaven.core.aws.fake;

import java.util.List;
import java.util.function.BiConsumer;

/** Writes an answer, element by element. */
final class Xml {

    private final StringBuilder text = new StringBuilder();

    Xml element(String name, String value) {
        text.append('<')
                .append(name)
                .append('>')
                .append(escape(value))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    Xml text(String value) {
        text.append(escape(value));
        return this;
    }

    /** Nothing for an empty value, as the services do. */
    Xml optional(String name, String value) {
        return value.isEmpty() ? this : element(name, value);
    }

    Xml nested(String name, Xml content) {
        text.append('<')
                .append(name)
                .append('>')
                .append(content.text)
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    <T> Xml members(String name, List<T> items, BiConsumer<Xml, T> writer) {
        Xml list = new Xml();
        for (T item : items) {
            Xml member = new Xml();
            writer.accept(member, item);
            list.nested("member", member);
        }
        return nested(name, list);
    }

    Xml append(Xml content) {
        text.append(content.text);
        return this;
    }

    static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
