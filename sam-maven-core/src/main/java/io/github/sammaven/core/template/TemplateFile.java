package io.github.sammaven.core.template;

import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Writes templates to files: as JSON if the file's name ends in {@code .json}, else as YAML. */
public final class TemplateFile {

    private final TemplateWriter writer = new TemplateWriter();
    private final SourcePreservingWriter preserving = new SourcePreservingWriter();

    /**
     * As {@link #write(MappingNode, Path)}, but in the text of the file the template came from, so that only what was
     * changed since differs. Where that file cannot be read any more, or is of the other format, the text is new.
     *
     * @throws SamException if {@code file} cannot be written
     */
    public void write(Template changed, Path file) {
        TemplateFormat format = formatOf(file);
        write(
                source(changed)
                        .filter(source -> format == changed.format())
                        .flatMap(source -> spliced(source, changed.root()))
                        .orElseGet(() -> text(changed.root(), format)),
                file);
    }

    private static Optional<String> source(Template template) {
        try {
            return Optional.of(Files.readString(template.path()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The file may have changed since it was read; what comes out is the same tree all the same. */
    private Optional<String> spliced(String source, MappingNode root) {
        try {
            return Optional.of(preserving.write(source, root));
        } catch (InvalidTemplateException broken) {
            return Optional.empty();
        }
    }

    private String text(MappingNode root, TemplateFormat format) {
        return format == TemplateFormat.JSON ? writer.json(root) : writer.yaml(root);
    }

    private static TemplateFormat formatOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") ? TemplateFormat.JSON : TemplateFormat.YAML;
    }

    /**
     * The file appears, or changes, when it is complete.
     *
     * @throws SamException if it cannot be written
     */
    public void write(MappingNode root, Path file) {
        write(text(root, formatOf(file)), file);
    }

    private static void write(String text, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            new WholeFile(target).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new SamException(file + " cannot be written: " + failure.getMessage(), "", failure);
        }
    }
}
