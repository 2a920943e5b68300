package io.github.sammaven.core.size;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A small JSON file that remembers the archive sizes of the last run, in bytes by logical id. */
public final class SizeHistory {

    // Streamed: no class of data binding is loaded.
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;

    /** @param file best beside the archives, so that both are cleaned together */
    public SizeHistory(Path file) {
        this.file = file;
    }

    /**
     * What the last run measured.
     *
     * @param zippedBytes by logical id
     */
    record Sizes(Map<String, Long> zippedBytes) {

        static final Sizes NONE = new Sizes(Map.of());

        OptionalLong growth(String logicalId, long now) {
            Long before = zippedBytes.get(logicalId);
            return before == null ? OptionalLong.empty() : OptionalLong.of(now - before);
        }
    }

    /** Nothing if there is no such file or it is damaged: a report without growth is better than none. */
    Sizes read() {
        try (Reader text = Files.newBufferedReader(file);
                JsonParser json = JSON.createParser(text)) {
            Map<String, Long> sizes = new HashMap<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Sizes.NONE;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String logicalId = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                    return Sizes.NONE;
                }
                sizes.put(logicalId, json.getLongValue());
            }
            return new Sizes(Map.copyOf(sizes));
        } catch (IOException absentOrDamaged) {
            return Sizes.NONE;
        }
    }

    /**
     * Remembers {@code report} in place of what was there. The file changes when it is complete.
     *
     * @throws SamException if it cannot be written
     */
    public void write(SizeReport report) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            new WholeFile(target).write(unfinished -> write(report, unfinished));
        } catch (IOException failure) {
            throw new SamException(file + " cannot be written: " + failure.getMessage(), "", failure);
        }
    }

    private static void write(SizeReport report, Path to) throws IOException {
        try (Writer text = Files.newBufferedWriter(to);
                JsonGenerator json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (FunctionSize function : report.functions()) {
                json.writeNumberField(function.logicalId(), function.zippedBytes());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
