package io.github.sammaven.core.config;

import io.github.sammaven.core.files.WholeFile;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Saves options into a samconfig file, TOML or YAML. Comments, order and format of what is there stay. The file is
 * written as a whole or not at all.
 */
public final class SamConfigWriter {

    private static final String REGION = "region";

    private final Path file;
    private final ConfigFileReader files;

    /**
     * @param file made if it is not there
     * @param workingDirectory what shown paths are relative to
     */
    public SamConfigWriter(Path file, Path workingDirectory) {
        this.file = file.toAbsolutePath().normalize();
        this.files = new ConfigFileReader(workingDirectory);
    }

    /**
     * Writes values into the table of a command. The region goes into the {@code global} table. A value equal to the
     * global one is not repeated, one that is there is replaced, and a missing version is added.
     *
     * @param values by key, {@code stack_name}; the caller has left out secrets
     * @return warnings about what could not be saved
     * @throws InvalidOptionException if the file is broken; it is not touched
     * @throws SamException if it cannot be read or written
     */
    public List<Problem> save(String environment, String command, Map<String, SavedValue> values) {
        List<Problem> unsaved = new ArrayList<>();
        ConfigDocument document = document();
        if (!document.values().entries().containsKey("version")) {
            document = document.withVersion();
        }
        for (Map.Entry<String, SavedValue> option : values.entrySet()) {
            if (option.getKey().equals(REGION)) {
                document = new Table(environment, NameCheck.GLOBAL).set(document, option, unsaved);
            }
            document = new Table(environment, command).set(document, option, unsaved);
        }
        document.values();
        write(document.text());
        return unsaved;
    }

    /** How the file is called in messages. */
    public String shown() {
        return files.shown(file);
    }

    /** One table of parameters. */
    private record Table(String environment, String command) {

        ConfigDocument set(ConfigDocument document, Map.Entry<String, SavedValue> option, List<Problem> unsaved) {
            String key = option.getKey();
            Optional<ConfigValue> own = value(document, command, key);
            Optional<ConfigValue> global = value(document, NameCheck.GLOBAL, key);
            Map<List<String>, SavedValue> changes = new LinkedHashMap<>();
            if (option.getValue() instanceof SavedValue.Pairs pairs) {
                changes.putAll(new PairsMerge(key, path(key)).over(own.or(() -> global), pairs, unsaved));
            } else {
                changes.put(path(key), option.getValue());
            }
            ConfigDocument changed = document;
            for (Map.Entry<List<String>, SavedValue> change : changes.entrySet()) {
                boolean same = own.or(() -> global)
                        .filter(value -> SameValue.is(value, change.getValue()))
                        .isPresent();
                if (!same) {
                    ConfigDocument before = changed;
                    changed = before.with(change.getKey(), change.getValue()).orElseGet(() -> {
                        unsaved.add(notSaved(before.values().mark(), key, "something on its path is no table"));
                        return before;
                    });
                }
            }
            return changed;
        }

        private List<String> path(String key) {
            return List.of(environment, command, NameCheck.PARAMETERS, key);
        }

        private Optional<ConfigValue> value(ConfigDocument document, String table, String key) {
            return document.values()
                    .table(environment)
                    .flatMap(commands -> commands.table(table))
                    .flatMap(sections -> sections.table(NameCheck.PARAMETERS))
                    .flatMap(parameters ->
                            Optional.ofNullable(parameters.entries().get(key)))
                    .map(TableValue.Entry::value);
        }
    }

    static Problem notSaved(SourceMark mark, String key, String reason) {
        return Problem.warning(mark, key + " is not saved: " + reason, "write it into the file by hand");
    }

    private ConfigDocument document() {
        String text = Files.exists(file) ? files.text(file) : "";
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            return new TomlDocument(shown(), text);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return new YamlDocument(shown(), text);
        }
        throw new InvalidOptionException(
                "options cannot be saved into " + shown(), "name a file that ends in .toml, .yaml or .yml");
    }

    private void write(String text) {
        try {
            boolean there = Files.exists(file);
            Path real = there ? file.toRealPath() : file;
            new WholeFile(real).write(unfinished -> {
                Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
                if (there && real.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(real));
                }
            });
        } catch (IOException refused) {
            throw new SamException(
                    Problem.error(
                            SourceMark.ofFile(shown()),
                            "the file cannot be written: " + refused.getMessage(),
                            "see whether its folder is there and may be written"),
                    refused);
        }
    }
}
