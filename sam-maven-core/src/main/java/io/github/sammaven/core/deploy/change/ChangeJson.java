package io.github.sammaven.core.deploy.change;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** A change set for programs: what is not known is left out, so is what is secret. */
final class ChangeJson {

    private final ChangeSetReady report;

    ChangeJson(ChangeSetReady report) {
        this.report = report;
    }

    String text() throws IOException {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
            json.writeStartObject();
            json.writeStringField("stack", report.stackName());
            json.writeStringField("region", report.region());
            writeKnown(json, "changeSet", report.changeSet());
            write(json, "changes", report.changes());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, String name, List<ResourceChange> changes) throws IOException {
        json.writeArrayFieldStart(name);
        for (ResourceChange change : changes) {
            write(json, change);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ResourceChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", change.action().name());
        json.writeStringField("logicalId", change.logicalId());
        writeKnown(json, "physicalId", change.physicalId());
        json.writeStringField("type", change.resourceType());
        json.writeStringField("replacement", change.replacement().name());
        json.writeStringField("disposal", change.disposal().name());
        writeKnown(json, "generatedFor", change.source().orElse(""));
        write(json, change.mark());
        json.writeArrayFieldStart("properties");
        for (PropertyChange property : change.properties()) {
            write(json, property);
        }
        json.writeEndArray();
        if (!change.nested().isEmpty()) {
            write(json, "nested", change.nested());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PropertyChange property) throws IOException {
        json.writeStartObject();
        json.writeStringField("attribute", property.attribute());
        writeKnown(json, "path", property.path());
        if (property.before().isPresent()) {
            json.writeStringField("before", property.before().get());
        }
        if (property.after().isPresent()) {
            json.writeStringField("after", property.after().get());
        }
        json.writeBooleanField("hidden", property.hidden());
        json.writeStringField("recreation", property.recreation().name());
        json.writeBooleanField("dynamic", property.dynamic());
        json.writeArrayFieldStart("causes");
        for (ChangeCause cause : property.causes()) {
            json.writeStartObject();
            json.writeStringField("kind", cause.kind().name());
            writeKnown(json, "entity", cause.entity());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, property.mark());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SourceMark mark) throws IOException {
        if (mark.isKnown()) {
            json.writeObjectFieldStart("source");
            json.writeStringField("file", mark.file());
            json.writeNumberField("line", mark.line());
            json.writeNumberField("column", mark.column());
            json.writeEndObject();
        }
    }

    private static void writeKnown(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
