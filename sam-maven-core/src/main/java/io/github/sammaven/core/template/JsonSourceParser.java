package io.github.sammaven.core.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sammaven.core.template.SourceValue.Collection;
import io.github.sammaven.core.template.SourceValue.Head;
import io.github.sammaven.core.template.SourceValue.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Finds where each value of a JSON text starts and ends. The text is known to be a template. */
final class JsonSourceParser {

    private final SourceText source;

    JsonSourceParser(SourceText source) {
        this.source = source;
    }

    SourceValue parse() {
        try (JsonParser parser = JsonTreeParser.parser(source.text())) {
            parser.nextToken();
            return value(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private SourceValue value(JsonParser parser) throws IOException {
        int start = offset(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser, start);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Slot> slots = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                SourceValue value = value(parser);
                slots.add(new Slot("", value.start(), value.start(), value, false));
            }
            return new Collection(Head.none(start), start, offset(parser) + 1, true, true, slots);
        }
        return new SourceValue.Scalar(Head.none(start), start, end(start), ScalarStyle.JSON_SCALAR_STYLE);
    }

    private SourceValue object(JsonParser parser, int start) throws IOException {
        List<Slot> slots = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyStart = offset(parser);
            String key = parser.currentName();
            parser.nextToken();
            SourceValue value = value(parser);
            slots.add(new Slot(key, keyStart, value.start(), value, false));
        }
        return new Collection(Head.none(start), start, offset(parser) + 1, true, true, slots);
    }

    private int end(int start) {
        String text = source.text();
        int at = start + 1;
        if (text.charAt(start) != '"') {
            while (at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
