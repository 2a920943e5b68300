package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeSetReady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a change set will do, for whoever has to approve it: {@code changeset.json} for programs and
 * {@code changeset.md} for people.
 */
public final class ChangeReportFiles {

    private final Path folder;

    /** @param folder usually {@code target/sam}; made if it is not there */
    public ChangeReportFiles(Path folder) {
        this.folder = folder;
    }

    public Path json() {
        return folder.resolve("changeset.json");
    }

    public Path markdown() {
        return folder.resolve("changeset.md");
    }

    /**
     * Writes both files, replacing those that are there.
     *
     * @throws SamException if that fails
     */
    public void write(ChangeSetReady report) {
        try {
            Files.createDirectories(folder);
            Files.writeString(json(), new ChangeJson(report).text());
            Files.writeString(markdown(), new ChangeMarkdown(report).text());
        } catch (IOException failure) {
            throw new SamException(
                    Problem.error(
                            SourceMark.ofFile(folder.toString()),
                            "the report of the change set cannot be written: " + failure.getMessage(),
                            "the change set itself was made"),
                    failure);
        }
    }
}
