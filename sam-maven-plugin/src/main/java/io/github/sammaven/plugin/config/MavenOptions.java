package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.CommandSettings;
import io.github.sammaven.core.config.SamConfig;
import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Makes a goal's options from the Maven session and the samconfig file beside the template. */
public final class MavenOptions {

    private final MavenSession session;
    private final MavenProject project;
    private final Set<String> pomLiterals;
    private final Map<String, String> environment;
    private final Consumer<List<Problem>> warnings;
    private final Consumer<String> origins;

    /**
     * @param execution of the goal, whose configuration tells what the pom gives
     * @param warnings receives what looks wrong in the samconfig file
     * @param origins receives a line for each value that is found
     */
    public MavenOptions(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            Map<String, String> environment,
            Consumer<List<Problem>> warnings,
            Consumer<String> origins) {
        this.session = session;
        this.project = project;
        this.pomLiterals = PomLiterals.of(execution);
        this.environment = environment;
        this.warnings = warnings;
        this.origins = origins;
    }

    /**
     * @param command the SAM CLI command whose table is read
     * @param templateFile the goal's template, whose folder is where the samconfig file is looked for
     * @param configFile the goal's name of the samconfig file
     * @param configEnv the goal's name of its environment
     */
    public Options of(
            String command, @Nullable File templateFile, @Nullable String configFile, @Nullable String configEnv) {
        boolean strict = finding(command).flag("strictConfig", null, false);
        SamConfigFile file = file(command, templateFile, configFile, configEnv);
        return options(
                basedir(session, project),
                new SamConfigSource(file, command, strict ? MavenOptions::refuse : warnings),
                origins);
    }

    /** The samconfig file of the goal, which need not be there. */
    public SamConfigFile file(
            String command, @Nullable File templateFile, @Nullable String configFile, @Nullable String configEnv) {
        Path basedir = basedir(session, project);
        Options finding = finding(command);
        return new SamConfigFile(
                finding.path("templateFile", templateFile == null ? null : templateFile.toPath())
                        .map(Path::getParent)
                        .orElse(basedir),
                Path.of(session.getExecutionRootDirectory()),
                finding.text("configFile", configFile),
                finding.text("configEnv", configEnv).orElse(SamConfigFile.DEFAULT_ENVIRONMENT),
                this::variable);
    }

    /** Options that are not in the file, since they say which file it is or how it is read. */
    private Options finding(String command) {
        Path basedir = basedir(session, project);
        CommandSettings noFile = SamConfig.empty(basedir).command(command);
        return options(basedir, () -> noFile, origin -> {});
    }

    /** With {@code sam.strictConfig}, what would be warned of is an error. */
    private static void refuse(List<Problem> warnings) {
        if (!warnings.isEmpty()) {
            throw new InvalidOptionException(warnings.stream()
                    .map(warning -> Problem.error(warning.mark(), warning.message(), warning.suggestion()))
                    .toList());
        }
    }

    /** The folder of the module; without a project, the folder Maven was started in. */
    public static Path basedir(MavenSession session, MavenProject project) {
        File folder = project.getBasedir();
        return (folder == null ? Path.of(session.getExecutionRootDirectory()) : folder.toPath())
                .toAbsolutePath()
                .normalize();
    }

    private Options options(Path basedir, Supplier<CommandSettings> samconfig, Consumer<String> listener) {
        return new Options(
                session.getUserProperties(),
                environment,
                pomLiterals,
                project.getProperties(),
                samconfig,
                basedir,
                listener);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)))
                .or(() -> name.startsWith("env.")
                        ? Optional.ofNullable(environment.get(name.substring("env.".length())))
                        : Optional.empty());
    }
}
