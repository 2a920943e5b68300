package io.github.sammaven.core.operate.remove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps {@link Leftovers} as JSON while the stack itself cannot tell them any more. */
final class LeftoversFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    LeftoversFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Empty if no run was stopped. */
    Optional<Leftovers> read() {
        try {
            return Optional.of(leftovers(MAPPER.readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw failure("the list of what an earlier run has still to delete cannot be read", unreadable);
        }
    }

    /** Either all of it is there or what was before. */
    void write(Leftovers leftovers) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "delete-", ".tmp");
            MAPPER.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), json(leftovers));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw failure("the list of what is to be deleted after the stack cannot be written", failed);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw failure("the list of what was deleted cannot be removed", failed);
        }
    }

    private static ObjectNode json(Leftovers leftovers) {
        ObjectNode json =
                MAPPER.createObjectNode().put("stackId", leftovers.stackId()).put("stackName", leftovers.stackName());
        ArrayNode objects = json.putArray("objects");
        leftovers.objects().forEach(object -> put(objects.addObject(), object));
        ArrayNode images = json.putArray("images");
        leftovers.images().forEach(image -> images.addObject()
                .put("account", image.account())
                .put("repository", image.repository())
                .put("name", image.name()));
        leftovers.prefix().ifPresent(prefix -> put(json.putObject("prefix"), prefix));
        return json;
    }

    private static void put(ObjectNode json, StoredObject object) {
        json.put("bucket", object.bucket()).put("key", object.key());
    }

    private static Leftovers leftovers(JsonNode json) throws IOException {
        Set<StoredObject> objects = new LinkedHashSet<>();
        for (JsonNode object : json.path("objects")) {
            objects.add(object(object));
        }
        Set<StoredImage> images = new LinkedHashSet<>();
        for (JsonNode image : json.path("images")) {
            images.add(new StoredImage(text(image, "account"), text(image, "repository"), text(image, "name")));
        }
        return new Leftovers(
                text(json, "stackId"),
                text(json, "stackName"),
                objects,
                images,
                json.has("prefix") ? Optional.of(object(json.path("prefix"))) : Optional.empty());
    }

    private static StoredObject object(JsonNode json) throws IOException {
        return new StoredObject(text(json, "bucket"), text(json, "key"));
    }

    private static String text(JsonNode json, String name) throws IOException {
        String text = json.path(name).asText("");
        if (text.isEmpty()) {
            throw new IOException("'" + name + "' is missing");
        }
        return text;
    }

    private SamException failure(String what, IOException cause) {
        return new SamException(
                Problem.error(SourceMark.ofFile(file.toString()), what + ": " + cause.getMessage()), cause);
    }
}
