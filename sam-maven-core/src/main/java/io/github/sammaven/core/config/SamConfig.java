package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One environment of a samconfig file. */
public final class SamConfig {

    private static final Set<String> PARTS_OF_DEPLOY = Set.of("delete", "package");
    private static final Set<String> BUCKETS = Set.of("s3_bucket", "resolve_s3");

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
     * The parameters of a command, with the {@code global} ones below them. {@code delete} and {@code package} take from
     * their own table first, then from that of {@code deploy}: {@code sam deploy} packages too. A bucket that
     * {@code package} has is not mixed with one of {@code deploy}.
     *
     * @param command the command in file spelling, {@code local_start_api}
     * @throws io.github.sammaven.core.problem.InvalidOptionException naming every parameter of the wrong type
     */
    public CommandSettings command(String command) {
        Map<String, TableValue.Entry> merged = new LinkedHashMap<>();
        merged.putAll(parameters(NameCheck.GLOBAL));
        Map<String, TableValue.Entry> own = parameters(command);
        if (PARTS_OF_DEPLOY.contains(command)) {
            Map<String, TableValue.Entry> deploy = parameters("deploy");
            if (BUCKETS.stream().anyMatch(own::containsKey)) {
                deploy.keySet().removeAll(BUCKETS);
            }
            merged.putAll(deploy);
        }
        merged.putAll(own);
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
