package io.github.sammaven.plugin.config;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the template of a module, and how messages name it: relative to where Maven was started. */
public final class TemplateLocation {

    private static final List<String> DEFAULTS = List.of("template.yaml", "template.yml", "template.json");

    private final Path basedir;
    private final Path startFolder;

    /**
     * @param basedir folder of the module
     * @param startFolder folder Maven was started for
     */
    public TemplateLocation(Path basedir, Path startFolder) {
        this.basedir = basedir.toAbsolutePath().normalize();
        this.startFolder = startFolder.toAbsolutePath().normalize();
    }

    /** @param given the template the user named; if empty, the first default that exists, else {@code template.yaml} */
    public Path find(Optional<Path> given) {
        return given.map(path -> basedir.resolve(path).normalize()).orElseGet(() -> DEFAULTS.stream()
                .map(basedir::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(basedir.resolve(DEFAULTS.get(0))));
    }

    public Template read(Optional<Path> given) {
        Path path = find(given);
        return new TemplateReader().read(path, shown(path));
    }

    private String shown(Path path) {
        return path.startsWith(startFolder) ? startFolder.relativize(path).toString() : path.toString();
    }
}
