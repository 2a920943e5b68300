package io.github.sammaven.core.deploy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be imported from a file as the AWS CLI takes it: a JSON list of objects. */
public final class ImportFile {

    private static final String FORM = "[{\"ResourceType\": \"AWS::S3::Bucket\", \"LogicalResourceId\": \"Orders\","
            + " \"ResourceIdentifier\": {\"BucketName\": \"orders\"}}]";

    private final Path file;

    public ImportFile(Path file) {
        this.file = file;
    }

    /** @throws InvalidOptionException if it cannot be read or has another form */
    public List<ResourceToImport> read() {
        List<ResourceToImport> resources = new ArrayList<>();
        for (JsonNode entry : list()) {
            String id = entry.path("LogicalResourceId").asText();
            String type = entry.path("ResourceType").asText();
            Map<String, String> identifier = new LinkedHashMap<>();
            entry.path("ResourceIdentifier")
                    .properties()
                    .forEach(part ->
                            identifier.put(part.getKey(), part.getValue().asText()));
            if (id.isEmpty() || type.isEmpty() || identifier.isEmpty()) {
                throw wrong("needs ResourceType, LogicalResourceId and ResourceIdentifier in each entry");
            }
            resources.add(new ResourceToImport(id, type, identifier));
        }
        return resources;
    }

    private JsonNode list() {
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (root.isArray()) {
                return root;
            }
        } catch (JacksonException wrong) {
            throw wrong("is not JSON: " + wrong.getOriginalMessage());
        } catch (IOException failure) {
            throw wrong("cannot be read: " + failure.getMessage());
        }
        throw wrong("is not a list");
    }

    private InvalidOptionException wrong(String message) {
        return new InvalidOptionException(
                List.of(Problem.error(SourceMark.ofFile(file.toString()), message, "write " + FORM)));
    }
}
