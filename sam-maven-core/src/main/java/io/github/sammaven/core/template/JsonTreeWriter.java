package io.github.sammaven.core.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes the tree as JSON. One use each. */
final class JsonTreeWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonGenerator out;

    private JsonTreeWriter(JsonGenerator out) {
        this.out = out;
    }

    /** On one line without blanks. */
    static String compact(Node node) {
        return write(node, false);
    }

    /** Indented by two blanks, with a line end after it. */
    static String pretty(Node node) {
        return write(node, true) + "\n";
    }

    private static String write(Node node, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(printer());
            }
            new JsonTreeWriter(generator).node(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    private void node(Node node) throws IOException {
        if (node instanceof MappingNode mapping) {
            out.writeStartObject();
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                out.writeFieldName(entry.getKey());
                node(entry.getValue());
            }
            out.writeEndObject();
        } else if (node instanceof SequenceNode sequence) {
            out.writeStartArray();
            for (Node item : sequence.items()) {
                node(item);
            }
            out.writeEndArray();
        } else if (node instanceof ScalarNode scalar) {
            scalar(scalar);
        }
    }

    private void scalar(ScalarNode scalar) throws IOException {
        switch (scalar.kind()) {
            case STRING -> out.writeString(scalar.text());
            case INTEGER, FLOAT -> out.writeNumber(scalar.text());
            case BOOLEAN -> out.writeBoolean(scalar.text().equals("true"));
            case NULL -> out.writeNull();
        }
    }
}
