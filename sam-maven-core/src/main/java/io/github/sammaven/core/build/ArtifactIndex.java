package io.github.sammaven.core.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that remembers what a build made, so that later goals, also of later runs, find it. Paths in it count from its
 * own folder.
 */
public final class ArtifactIndex {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final TypeReference<LinkedHashMap<String, Entry>> ENTRIES = new TypeReference<>() {};

    private final Path file;

    /** What stands behind a logical id in the file. */
    private record Entry(String path, String source) {}

    public ArtifactIndex(Path file) {
        this.file = file;
    }

    public void write(List<BuiltArtifact> artifacts) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (BuiltArtifact artifact : artifacts) {
            String path = file.getParent().relativize(artifact.path()).toString();
            entries.put(artifact.logicalId(), new Entry(path, artifact.source()));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(entries) + "\n");
        } catch (IOException failed) {
            throw new SamException(file + " cannot be written: " + failed.getMessage(), "", failed);
        }
    }

    /** What the last build made; empty if there was none. */
    public Optional<List<BuiltArtifact>> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), ENTRIES).entrySet().stream()
                    .map(entry -> artifact(entry.getKey(), entry.getValue()))
                    .toList());
        } catch (JsonProcessingException broken) {
            throw unreadable("is damaged: " + broken.getOriginalMessage(), broken);
        } catch (IOException failed) {
            throw unreadable("cannot be read: " + failed.getMessage(), failed);
        }
    }

    private BuiltArtifact artifact(String logicalId, Entry entry) {
        Path path = file.getParent().resolve(entry.path()).normalize();
        return new BuiltArtifact(logicalId, path, entry.source());
    }

    private SamException unreadable(String complaint, IOException cause) {
        return new SamException(file + " " + complaint, "run sam:build or sam:package again", cause);
    }
}
