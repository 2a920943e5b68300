package io.github.sammaven.core.stack;

import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Templates in a folder, and the tree of stacks they make. */
public final class StackFiles {

    private final Path folder;

    public StackFiles(Path folder) {
        this.folder = folder;
    }

    public StackFiles write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** From {@code template.yaml}. */
    public StackTree tree(Map<String, String> parameters) {
        Template root = new TemplateReader().read(folder.resolve("template.yaml"), "template.yaml");
        return StackTree.read(root, new TemplateResolver(root, LocalValues.of(parameters, "eu-west-1")));
    }

    public StackTree tree() {
        return tree(Map.of());
    }
}
