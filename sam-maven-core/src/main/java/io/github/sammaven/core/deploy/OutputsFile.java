package io.github.sammaven.core.deploy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The outputs of a stack as a JSON object of strings, for whatever runs after a deployment. */
public final class OutputsFile {

    private final Path file;

    public OutputsFile(Path file) {
        this.file = file;
    }

    /**
     * Writes {@code outputs} in their order, replacing what is there and making missing folders.
     *
     * @throws SamException if that fails
     */
    public void write(Map<String, String> outputs) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, json(outputs));
        } catch (IOException failure) {
            throw new SamException(
                    Problem.error(
                            SourceMark.ofFile(file.toString()),
                            "the outputs cannot be written: " + failure.getMessage(),
                            "the stack itself is deployed"),
                    failure);
        }
    }

    private static String json(Map<String, String> outputs) throws IOException {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
            json.writeStartObject();
            for (Map.Entry<String, String> output : outputs.entrySet()) {
                json.writeStringField(output.getKey(), output.getValue());
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
