package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds and reads the samconfig file.
 *
 * @param folder where the file is looked for: the folder of the template, or the project's
 * @param workingDirectory what shown paths are relative to, and where relative paths of the file are looked for when
 *     they are not beside it
 * @param name name or path of the file, relative to {@code folder}; if empty, {@code samconfig.toml},
 *     {@code samconfig.yaml} and {@code samconfig.yml} are looked for, in this order
 * @param environment the environment table to read; {@link #DEFAULT_ENVIRONMENT} if the user names none
 * @param variables what a <code>${name}</code> in the file stands for
 */
public record SamConfigFile(
        Path folder,
        Path workingDirectory,
        Optional<String> name,
        String environment,
        Function<String, Optional<String>> variables) {

    public static final String DEFAULT_ENVIRONMENT = "default";

    private static final List<String> NAMES = List.of("samconfig.toml", "samconfig.yaml", "samconfig.yml");

    /** With the default name and environment, and without variables. */
    public static SamConfigFile in(Path folder) {
        return new SamConfigFile(folder, folder, Optional.empty(), DEFAULT_ENVIRONMENT, variable -> Optional.empty());
    }

    /**
     * Reads the file. Without one the result is empty, unless another name than the default ones was asked for.
     *
     * @throws InvalidOptionException if the file is absent, broken, or without a version
     */
    public SamConfig read() {
        List<Problem> warnings = new ArrayList<>();
        ConfigFileReader files = new ConfigFileReader(workingDirectory);
        Optional<Path> found = find(files, warnings);
        if (found.isEmpty()) {
            return SamConfig.empty(workingDirectory);
        }
        Path file = found.get();
        TableValue root = table(files.read(file));
        KnownParameters known = KnownParameters.load();
        if (!root.entries().isEmpty()) {
            checkVersion(root);
            warnings.addAll(new NameCheck(known).check(root, environment));
        }
        warnings.sort(null);
        List<Path> folders = List.of(file.toAbsolutePath().resolveSibling(""), workingDirectory);
        return new SamConfig(
                found,
                warnings,
                root.table(environment).orElseGet(() -> new TableValue(Map.of(), root.mark())),
                known,
                new SettingReader(folders, files, variables));
    }

    /** The file options are saved into: the one that is read, else the one that would be the first to be looked for. */
    public Path target() {
        return name.map(folder::resolve).orElseGet(() -> NAMES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> folder.resolve(NAMES.get(0))));
    }

    private Optional<Path> find(ConfigFileReader files, List<Problem> warnings) {
        if (name.isPresent()) {
            Path path = folder.resolve(name.get());
            if (Files.exists(path)) {
                return Optional.of(path);
            }
            if (name.get().equals(NAMES.get(0))) {
                return Optional.empty();
            }
            throw new InvalidOptionException(List.of(Problem.error(
                    SourceMark.ofFile(files.shown(path)),
                    "there is no such configuration file",
                    "create it, or name another with -Dsam.configFile=PATH")));
        }
        List<Path> present =
                NAMES.stream().map(folder::resolve).filter(Files::exists).toList();
        present.stream()
                .skip(1)
                .map(ignored -> Problem.warning(
                        SourceMark.ofFile(files.shown(ignored)),
                        "this file is not read, since there is " + files.shown(present.get(0)),
                        "keep one of them"))
                .forEach(warnings::add);
        return present.stream().findFirst();
    }

    private static TableValue table(ConfigValue value) {
        if (value instanceof TableValue table) {
            return table;
        }
        throw new InvalidOptionException(List.of(Problem.error(
                value.mark(),
                "a configuration file is a table, this is " + value.kindName(),
                "start with version: 0.1")));
    }

    private static void checkVersion(TableValue root) {
        TableValue.Entry version = root.entries().get("version");
        String wayOut = "the first line is version = 0.1, or version: 0.1 in YAML";
        if (version == null) {
            throw new InvalidOptionException(
                    List.of(Problem.error(SourceMark.ofFile(root.mark().file()), "the file has no version", wayOut)));
        }
        boolean decimal = version.value() instanceof ScalarValue scalar && scalar.is(ScalarValue.Kind.FLOAT);
        if (!decimal) {
            throw new InvalidOptionException(List.of(Problem.error(
                    version.keyMark(),
                    "version is a decimal number, this is " + version.value().kindName(),
                    wayOut)));
        }
    }
}
