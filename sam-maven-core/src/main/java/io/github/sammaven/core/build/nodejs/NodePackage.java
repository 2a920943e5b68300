package io.github.sammaven.core.build.nodejs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code package.json}.
 *
 * @param folder where it is
 */
record NodePackage(Path folder, ObjectNode content) {

    static final String FILE = "package.json";
    private static final List<String> DEPENDENCIES = List.of("dependencies", "optionalDependencies", "devDependencies");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException in words for a person if it is no JSON object */
    static NodePackage read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return new NodePackage(folder, object);
            }
        } catch (JsonProcessingException malformed) {
            throw new IOException(
                    file + " is not valid JSON in line "
                            + malformed.getLocation().getLineNr() + ": " + malformed.getOriginalMessage(),
                    malformed);
        }
        throw new IOException(file + " is not a JSON object");
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Folders and archives on this machine it depends on, directly or through another such folder; absolute. */
    Set<Path> localDependencies() throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        collect(found);
        return found;
    }

    private void collect(Set<Path> found) throws IOException {
        for (String kind : DEPENDENCIES) {
            for (JsonNode version : content.path(kind)) {
                Path path = local(version.asText());
                if (Files.exists(path) && !path.equals(folder) && found.add(path) && isIn(path)) {
                    read(path).collect(found);
                }
            }
        }
    }

    private Path local(String version) {
        String path = version.startsWith("file:") ? version.substring("file:".length()) : version;
        boolean isPath = version.startsWith("file:") || path.startsWith("./") || path.startsWith("../");
        try {
            return isPath ? folder.resolve(path).normalize() : folder;
        } catch (InvalidPathException noPath) {
            return folder;
        }
    }

    /** Writes the file with a name and a version, as npm lists no files of a package without them. */
    void writeNamed(Path target) throws IOException {
        ObjectNode named = content.deepCopy();
        if (!named.path("name").isTextual()) {
            named.put("name", "function");
        }
        if (!named.path("version").isTextual()) {
            named.put("version", "0.0.0");
        }
        JSON.writeValue(target.toFile(), named);
    }

    /** The paths in what {@code npm pack --json} prints. */
    static Set<String> packedFiles(List<String> output) throws IOException {
        int start = 0;
        while (start < output.size() && !output.get(start).matches("[\\[{].*")) {
            start++;
        }
        JsonNode packed = JSON.readTree(String.join("\n", output.subList(start, output.size())));
        Set<String> files = new LinkedHashSet<>();
        for (JsonNode entry : packed) {
            entry.path("files").forEach(file -> files.add(file.path("path").asText()));
        }
        return files;
    }
}
