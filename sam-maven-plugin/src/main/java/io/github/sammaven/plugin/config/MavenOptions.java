package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.problem.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Makes a goal's options from the Maven session and the samconfig file beside the template. */
public final class MavenOptions {

    private final MavenSession session;
    private final MavenProject project;
    private final Map<String, String> environment;
    private final Consumer<List<Problem>> warnings;
    private final Consumer<String> origins;

    /**
     * @param warnings receives what looks wrong in the samconfig file
     * @param origins receives a line for each value that is found
     */
    public MavenOptions(
            MavenSession session,
            MavenProject project,
            Map<String, String> environment,
            Consumer<List<Problem>> warnings,
            Consumer<String> origins) {
        this.session = session;
        this.project = project;
        this.environment = environment;
        this.warnings = warnings;
        this.origins = origins;
    }

    /**
     * @param command the SAM CLI command whose table is read
     * @param templateFile the pom's template, whose folder is where the samconfig file is looked for
     * @param configFile the pom's name of the samconfig file
     * @param configEnv the pom's name of its environment
     */
    public Options of(
            String command, @Nullable File templateFile, @Nullable String configFile, @Nullable String configEnv) {
        Path basedir = project.getBasedir().toPath().toAbsolutePath().normalize();
        Properties commandLine = session.getUserProperties();
        String template =
                commandLine.getProperty("sam.templateFile", templateFile == null ? null : templateFile.getPath());
        Path folder = template == null
                ? basedir
                : Optional.ofNullable(basedir.resolve(template).getParent()).orElse(basedir);
        SamConfigFile file = new SamConfigFile(
                folder,
                Path.of(session.getExecutionRootDirectory()),
                Optional.ofNullable(commandLine.getProperty("sam.configFile", configFile)),
                commandLine.getProperty(
                        "sam.configEnv", configEnv == null ? SamConfigFile.DEFAULT_ENVIRONMENT : configEnv),
                this::variable);
        return new Options(
                commandLine,
                environment,
                project.getProperties(),
                new SamConfigSource(file, command, warnings),
                basedir,
                origins);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)))
                .or(() -> name.startsWith("env.")
                        ? Optional.ofNullable(environment.get(name.substring("env.".length())))
                        : Optional.empty());
    }
}
