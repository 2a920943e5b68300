package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes templates to files: as JSON if the file's name ends in {@code .json}, else as YAML. */
public final class TemplateFile {

    private final TemplateWriter writer = new TemplateWriter();

    /**
     * The file appears, or changes, when it is complete.
     *
     * @throws SamException if it cannot be written
     */
    public void write(MappingNode root, Path file) {
        boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(unfinished, json ? writer.json(root) : writer.yaml(root));
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new SamException(file + " cannot be written: " + failure.getMessage(), "", failure);
        }
    }
}
