package io.github.sammaven.core.operate.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.aws.TraceRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Traces as JSON. */
public final class TraceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceJson() {}

    /** The trace on one line as X-Ray has it, but its documents as objects instead of text. */
    public static String trace(TraceRecord trace) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("Id", trace.id());
            json.writeNumberField("Duration", trace.seconds());
            json.writeArrayFieldStart("Segments");
            for (String document : trace.documents()) {
                json.writeStartObject();
                json.writeFieldName("Document");
                write(document, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The graph on one line with the names X-Ray gives to what is in it; times in seconds since 1970. */
    public static String graph(ServiceGraph graph) {
        ObjectNode json = JSON.createObjectNode();
        json.put("StartTime", graph.from().getEpochSecond());
        json.put("EndTime", graph.to().getEpochSecond());
        ArrayNode services = json.putArray("Services");
        graph.services().forEach(service -> {
            ObjectNode node = services.addObject();
            node.put("ReferenceId", service.reference()).put("Name", service.name());
            if (!service.type().isEmpty()) {
                node.put("Type", service.type());
            }
            ArrayNode edges = node.putArray("Edges");
            service.edges().forEach(called -> edges.addObject().put("ReferenceId", called));
            ObjectNode figures = node.putObject("SummaryStatistics");
            figures.put("TotalCount", service.calls());
            figures.put("TotalResponseTime", service.seconds());
            figures.putObject("ErrorStatistics").put("TotalCount", service.errors());
            figures.putObject("FaultStatistics").put("TotalCount", service.faults());
        });
        return json.toString();
    }

    private static void write(String document, JsonGenerator json) throws IOException {
        try {
            JSON.writeTree(json, JSON.readTree(document));
        } catch (JsonProcessingException broken) {
            json.writeString(document);
        }
    }
}
