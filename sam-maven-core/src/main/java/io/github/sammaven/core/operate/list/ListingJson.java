package io.github.sammaven.core.operate.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.sammaven.core.aws.StackOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lists for programs, with the keys SAM CLI gives them; what is absent is {@code -}. */
public final class ListingJson {

    private static final String ABSENT = "-";

    private ListingJson() {}

    public static String resources(List<ListedResource> resources) {
        return array(json -> {
            for (ListedResource resource : resources) {
                json.writeStartObject();
                json.writeStringField("LogicalResourceId", resource.path());
                json.writeStringField("PhysicalResourceId", orAbsent(resource.physicalId()));
                json.writeEndObject();
            }
        });
    }

    public static String endpoints(List<ListedEndpoint> endpoints) {
        return array(json -> {
            for (ListedEndpoint endpoint : endpoints) {
                json.writeStartObject();
                json.writeStringField("LogicalResourceId", endpoint.path());
                json.writeStringField("PhysicalResourceId", orAbsent(endpoint.physicalId()));
                list(json, "CloudEndpoint", endpoint.urls());
                list(json, "Methods", endpoint.methods());
                json.writeEndObject();
            }
        });
    }

    public static String outputs(List<StackOutput> outputs) {
        return array(json -> {
            for (StackOutput output : outputs) {
                json.writeStartObject();
                json.writeStringField("OutputKey", output.key());
                json.writeStringField("OutputValue", output.value());
                json.writeStringField("Description", orAbsent(output.description()));
                json.writeEndObject();
            }
        });
    }

    private static void list(JsonGenerator json, String name, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            json.writeStringField(name, ABSENT);
            return;
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String orAbsent(String text) {
        return text.isEmpty() ? ABSENT : text;
    }

    /** Writes the items of an array. */
    private interface Items {

        void write(JsonGenerator json) throws IOException;
    }

    private static String array(Items items) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
            json.writeStartArray();
            items.write(json);
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
