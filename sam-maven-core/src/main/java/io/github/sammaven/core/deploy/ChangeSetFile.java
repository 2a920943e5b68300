package io.github.sammaven.core.deploy;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Hands a change set on to whoever executes it: one line with its ARN, or that there is nothing to do. */
public final class ChangeSetFile {

    private static final String NOTHING = "nothing to change";

    private final Path file;

    public ChangeSetFile(Path file) {
        this.file = file;
    }

    /**
     * What the file says.
     *
     * @param arn of the change set; empty if there is nothing to change
     */
    public record Content(Optional<String> arn) {}

    /** @throws SamException if it cannot be written */
    public void write(PlannedDeployment planned) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, planned.changeSet().orElse(NOTHING) + "\n");
        } catch (IOException failure) {
            throw new SamException(problem("cannot be written: " + failure.getMessage(), ""), failure);
        }
    }

    /**
     * @return empty if there is no such file
     * @throws SamException if it says something else
     */
    public Optional<Content> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file).strip();
            if (text.equals(NOTHING)) {
                return Optional.of(new Content(Optional.empty()));
            }
            if (text.startsWith("arn:") && text.contains(":changeSet/")) {
                return Optional.of(new Content(Optional.of(text)));
            }
        } catch (IOException failure) {
            throw new SamException(problem("cannot be read: " + failure.getMessage(), ""), failure);
        }
        throw new SamException(
                problem("does not hold the ARN of a change set", "write it with sam:create-change-set"), null);
    }

    private Problem problem(String message, String wayOut) {
        return Problem.error(SourceMark.ofFile(file.toString()), message, wayOut);
    }
}
