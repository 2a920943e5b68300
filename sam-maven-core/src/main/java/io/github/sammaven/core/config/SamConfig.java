package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One environment of a samconfig file. */
public final class SamConfig {

    private final Optional<Path> file;
    private final List<Problem> warnings;
    private final TableValue environment;
    private final KnownParameters known;
    private final SettingReader reader;

    SamConfig(
            Optional<Path> file,
            List<Problem> warnings,
            TableValue environment,
            KnownParameters known,
            SettingReader reader) {
        this.file = file;
        this.warnings = List.copyOf(warnings);
        this.environment = environment;
        this.known = known;
        this.reader = reader;
    }

    /** What there is without a file. */
    public static SamConfig empty(Path workingDirectory) {
        return new SamConfig(
                Optional.empty(),
                List.of(),
                new TableValue(Map.of(), SourceMark.NONE),
                KnownParameters.none(),
                new SettingReader(
                        List.of(workingDirectory), new ConfigFileReader(workingDirectory), name -> Optional.empty()));
    }

    /** The file that was read; empty if there is none. */
    public Optional<Path> file() {
        return file;
    }

    /** Names the file holds that mean nothing, and files that are not read; sorted by place. */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * The parameters of a command, with the {@code global} ones below them. {@code delete} takes from its own table
     * first, then from that of {@code deploy}.
     *
     * @param command the command in file spelling, {@code local_start_api}
     * @throws io.github.sammaven.core.problem.InvalidOptionException naming every parameter of the wrong type
     */
    public CommandSettings command(String command) {
        Map<String, TableValue.Entry> merged = new LinkedHashMap<>();
        List<String> tables = new ArrayList<>(List.of(NameCheck.GLOBAL));
        if (command.equals("delete")) {
            tables.add("deploy");
        }
        tables.add(command);
        tables.forEach(table -> merged.putAll(parameters(table)));
        CommandSettings settings =
                new CommandSettings(merged, known.parametersOf(command).orElse(Map.of()), reader);
        settings.checkTypes();
        return settings;
    }

    private Map<String, TableValue.Entry> parameters(String command) {
        Map<String, TableValue.Entry> result = new LinkedHashMap<>();
        environment
                .table(command)
                .flatMap(sections -> sections.table(NameCheck.PARAMETERS))
                .ifPresent(parameters -> parameters
                        .entries()
                        .forEach((key, entry) -> result.put(key.equals("template") ? "template_file" : key, entry)));
        return result;
    }
}
