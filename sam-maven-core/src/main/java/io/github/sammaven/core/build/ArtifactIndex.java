package io.github.sammaven.core.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that remembers what a build made, so that later goals, also of later runs, find it. Paths in it count from its
 * own folder.
 */
public final class ArtifactIndex {

    // Streamed: goals that only read this start without the classes of data binding.
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PATH = "path";
    private static final String SOURCE = "source";

    private final Path file;

    public ArtifactIndex(Path file) {
        this.file = file;
    }

    /** The file changes when it is complete. */
    public synchronized void write(List<BuiltArtifact> artifacts) {
        try {
            Files.createDirectories(file.getParent());
            new WholeFile(file).write(unfinished -> write(artifacts, unfinished));
        } catch (IOException failed) {
            throw new SamException(file + " cannot be written: " + failed.getMessage(), "", failed);
        }
    }

    private void write(List<BuiltArtifact> artifacts, Path to) throws IOException {
        try (Writer text = Files.newBufferedWriter(to);
                JsonGenerator json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (BuiltArtifact artifact : artifacts) {
                json.writeObjectFieldStart(artifact.id());
                json.writeStringField(
                        PATH, file.getParent().relativize(artifact.path()).toString());
                json.writeStringField(SOURCE, artifact.source());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /**
     * Takes in what a build of a part has made; the rest stays.
     *
     * @param known ids of all functions and layers there are, in the order of the index; others are dropped
     */
    public synchronized void update(List<BuiltArtifact> artifacts, Set<String> known) {
        Map<String, BuiltArtifact> all = new LinkedHashMap<>();
        readable().forEach(artifact -> all.put(artifact.id(), artifact));
        artifacts.forEach(artifact -> all.put(artifact.id(), artifact));
        write(known.stream().filter(all::containsKey).map(all::get).toList());
    }

    /** No later goal finds these until they are written again. */
    public synchronized void forget(Set<String> ids) {
        List<BuiltArtifact> before = readable();
        List<BuiltArtifact> after =
                before.stream().filter(artifact -> !ids.contains(artifact.id())).toList();
        if (after.size() < before.size()) {
            write(after);
        }
    }

    /** A damaged index is about to be replaced anyway. */
    private List<BuiltArtifact> readable() {
        try {
            return read().orElse(List.of());
        } catch (SamException damaged) {
            return List.of();
        }
    }

    /** What the last build made; empty if there was none. */
    public Optional<List<BuiltArtifact>> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (JsonParser json = JSON.createParser(file.toFile())) {
            List<BuiltArtifact> artifacts = new ArrayList<>();
            expect(JsonToken.START_OBJECT, json.nextToken(), json);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                artifacts.add(artifact(json.currentName(), fields(json)));
            }
            expect(JsonToken.END_OBJECT, json.currentToken(), json);
            return Optional.of(artifacts);
        } catch (JsonProcessingException broken) {
            throw unreadable("is damaged: " + broken.getOriginalMessage(), broken);
        } catch (IOException failed) {
            throw unreadable("cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        expect(JsonToken.START_OBJECT, json.nextToken(), json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(JsonToken.VALUE_STRING, json.nextToken(), json);
            fields.put(name, json.getText());
        }
        if (!fields.keySet().containsAll(List.of(PATH, SOURCE))) {
            throw new JsonParseException(json, "an artifact lacks its " + PATH + " or " + SOURCE);
        }
        return fields;
    }

    private static void expect(JsonToken wanted, JsonToken found, JsonParser json) throws IOException {
        if (found != wanted) {
            throw new JsonParseException(json, "there is " + found + " where " + wanted + " should be");
        }
    }

    private BuiltArtifact artifact(String id, Map<String, String> fields) {
        Path path = file.getParent().resolve(fields.get(PATH)).normalize();
        return new BuiltArtifact(id, path, fields.get(SOURCE));
    }

    private SamException unreadable(String complaint, IOException cause) {
        return new SamException(file + " " + complaint, "run sam:build or sam:package again", cause);
    }
}
