package io.github.sammaven.core.build.image;

import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Remembers from run to run what each image was made from. */
final class ImageMemory {

    private static final int LINES = 3;

    private final Path folder;

    ImageMemory(Path folder) {
        this.folder = folder;
    }

    /**
     * What came of a build.
     *
     * @param inputs hash of all that was sent
     * @param bases hash of the ids of what the image begins with
     */
    record Made(String inputs, String bases, String imageId) {}

    /** @param definition hash of what is built and how, without any content */
    Optional<Made> recall(String definition) {
        try {
            Path file = folder.resolve(definition);
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == LINES
                    ? Optional.of(new Made(lines.get(0), lines.get(1), lines.get(2)))
                    : Optional.empty();
        } catch (IOException e) {
            // What cannot be remembered is made again.
            return Optional.empty();
        }
    }

    void remember(String definition, Made made) {
        try {
            Files.createDirectories(folder);
            List<String> lines = List.of(made.inputs(), made.bases(), made.imageId());
            new WholeFile(folder.resolve(definition))
                    .write(unfinished -> Files.write(unfinished, lines, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new SamException("what was built cannot be noted in " + folder + ": " + e.getMessage(), "", e);
        }
    }
}
