package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.config.SamConfigWriter;
import io.github.sammaven.core.config.SavedValue;
import io.github.sammaven.core.packaging.loop.LoopExpansion;
import io.github.sammaven.core.parameter.ParameterCheck;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.plugin.config.AwsOptions;
import io.github.sammaven.plugin.config.MavenOptions;
import io.github.sammaven.plugin.config.MavenProxies;
import io.github.sammaven.plugin.config.OptionNames;
import io.github.sammaven.plugin.config.Options;
import io.github.sammaven.plugin.config.SamFolder;
import io.github.sammaven.plugin.config.SavedOptions;
import io.github.sammaven.plugin.config.TemplateLocation;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.StackBoards;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the template, the configuration file, and the one place where problems become a failed build. */
abstract class AbstractSamMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /**
     * Does nothing when true. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.skip")
    private @Nullable Boolean skip;

    /**
     * The SAM or CloudFormation template, YAML or JSON, relative to the module. Default: the first that exists of
     * {@code template.yaml}, {@code template.yml} and {@code template.json}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.templateFile")
    private @Nullable File templateFile;

    /**
     * The configuration file shared with SAM CLI, relative to the template's folder. Default: the first that exists of
     * {@code samconfig.toml}, {@code samconfig.yaml} and {@code samconfig.yml}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.configFile")
    private @Nullable String configFile;

    /**
     * The environment of the configuration file whose values are used. Default: {@code default}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.configEnv")
    private @Nullable String configEnv;

    /**
     * AWS region, also the value of {@code AWS::Region} in everything that is worked out offline. Default: the AWS SDK's
     * own chain for calls, {@code us-east-1} offline.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.region")
    private @Nullable String region;

    /**
     * Values of template parameters by name. Merged key by key with {@code -Dsam.parameterOverrides="K=V K2=V2"},
     * {@code -Dsam.parameter.K=V} and the configuration file; the command line wins. With
     * {@code -Dsam.mergeOverrides=false} the strongest of these maps replaces the others.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> parameterOverrides;

    /**
     * Profile of the AWS configuration files; it wins over keys in the environment. Default: the SDK's own chain, which
     * reads {@code AWS_PROFILE} too.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.profile")
    private @Nullable String profile;

    /**
     * Endpoint of all AWS services, for LocalStack or another emulator. One service alone:
     * {@code -Dsam.s3.endpointUrl}, {@code -Dsam.cloudformation.endpointUrl}, {@code -Dsam.sts.endpointUrl}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.endpointUrl")
    private @Nullable String endpointUrl;

    /**
     * Saves the options of the command line into the configuration file, but never the values of {@code NoEcho}
     * parameters. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.saveParams")
    private @Nullable Boolean saveParams;

    private final String command;
    private final SettingsDecrypter settingsDecrypter;
    private Map<String, String> answers = Map.of();
    private @Nullable Options options;

    /** @param command name of the SAM CLI command whose table in the configuration file the goal reads */
    AbstractSamMojo(String command, SettingsDecrypter settingsDecrypter) {
        this.command = command;
        this.settingsDecrypter = settingsDecrypter;
    }

    /** Does the goal's work. */
    abstract void run() throws MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (options().flag("skip", skip, false)) {
                getLog().info("Skipped (sam.skip)");
                return;
            }
            if (isLeftOut()) {
                getLog().info("No template in this module");
                return;
            }
            // A goal that another program runs may come without the descriptor of its plugin.
            Optional.ofNullable(execution.getMojoDescriptor().getPluginDescriptor())
                    .map(OptionNames::new)
                    .ifPresent(this::warnOnce);
            if (options().flag("saveParams", saveParams, false)) {
                saveOptions();
            }
            run();
        } catch (InvalidTemplateException | InvalidOptionException wrongInput) {
            getLog().debug(wrongInput);
            throw new MojoFailureException(summaryOf(wrongInput));
        } catch (SamException refused) {
            // Not as a cause: Maven would add the words of all causes to the message. -X shows where it came from.
            getLog().debug(refused);
            throw new MojoExecutionException(summaryOf(refused));
        }
    }

    /** Called from the command line on several modules, a goal is meant for those that have a template. */
    private boolean isLeftOut() {
        return execution.getSource() == MojoExecution.Source.CLI
                && session.getProjects().size() > 1
                && templatePath().isEmpty()
                && !Files.exists(templateLocation().find(Optional.empty()));
    }

    /** Several goals of a module read the same samconfig file; what is odd in it is said once. */
    @SuppressWarnings("unchecked")
    private void warnOnce(List<Problem> warnings) {
        Map<Object, Object> shared = getPluginContext();
        List<Problem> fresh = warnings.stream()
                .filter(warning -> shared == null || shared.putIfAbsent(warning, warning) == null)
                .toList();
        new ProblemLines(getLog()).all(fresh);
    }

    /** Names that no goal knows; those of the command line once in a build. */
    private void warnOnce(OptionNames names) {
        List<Problem> unknown = names.unknown(session.getUserProperties());
        if (!unknown.isEmpty()
                && session.getRequest().getData().putIfAbsent(names.getClass().getName(), true) == null) {
            new ProblemLines(getLog()).all(unknown);
        }
        warnOnce(names.unknown(project));
    }

    /** Without a template nobody knows which parameters are secret, so none is saved. */
    private void saveOptions() {
        Map<String, ParameterDeclaration> declared =
                Files.exists(templateFile()) ? ParameterDeclaration.of(template()) : Map.of();
        SamConfigFile file = configurationFile();
        SamConfigWriter writer = new SamConfigWriter(file.target(), Path.of(session.getExecutionRootDirectory()));
        Map<String, SavedValue> given = new SavedOptions(session.getUserProperties(), basedir())
                .of(
                        command,
                        name -> !declared.containsKey(name)
                                || declared.get(name).isSecret());
        new ProblemLines(getLog()).all(writer.save(file.environment(), command, given));
        getLog().info("Saved to " + writer.shown() + ": " + String.join(", ", given.keySet()));
    }

    final Options options() {
        if (options == null) {
            options = optionsOf(command);
        }
        return options;
    }

    /** Options with the table of another command. */
    final Options optionsOf(String otherCommand) {
        return optionsOf(otherCommand, Optional.empty());
    }

    /** Options with the table of another command in another environment. */
    final Options optionsOf(String otherCommand, Optional<String> environment) {
        return mavenOptions()
                .of(otherCommand, templateFile, configFile, environment.orElse(configEnv))
                .answered(answers);
    }

    /** What a person was asked wins over all that is given. */
    final void answer(Map<String, String> answers) {
        this.answers = answers;
        options = null;
    }

    /** The samconfig file of the goal, which need not be there. */
    final SamConfigFile configurationFile() {
        return mavenOptions().file(command, templateFile, configFile, configEnv);
    }

    private MavenOptions mavenOptions() {
        return new MavenOptions(session, project, execution, System.getenv(), this::warnOnce, getLog()::debug);
    }

    /** What talks to AWS; no connection is made before one is needed. */
    final Services services() {
        return new Services(
                new AwsOptions(options())
                        .settings(
                                region,
                                profile,
                                endpointUrl,
                                new MavenProxies(settingsDecrypter).active(session.getSettings())),
                new ConsoleSink(getLog(), StackBoards.of(getLog(), session)));
    }

    final Template template() {
        return templateLocation().read(templatePath());
    }

    final Path templateFile() {
        return templateLocation().find(templatePath());
    }

    private TemplateLocation templateLocation() {
        return new TemplateLocation(basedir(), Path.of(session.getExecutionRootDirectory()));
    }

    private Optional<Path> templatePath() {
        return options().path("templateFile", templateFile == null ? null : templateFile.toPath());
    }

    final TemplateResolver resolver(Template template) {
        return new TemplateResolver(template, localValues());
    }

    /** The stack of the template and those nested in it, as far as their templates are on this machine. */
    final StackTree stacks(Template template) {
        return StackTree.read(template, resolver(template));
    }

    /** The stacks with all resources that CloudFormation will make of loops. */
    static StackTree unrolled(StackTree stacks) {
        return stacks.changed(stack -> new LoopExpansion(stack.resolver()).expand(stack.template()));
    }

    final LocalValues localValues() {
        return LocalValues.of(parameters(), offlineRegion());
    }

    final Map<String, String> parameters() {
        return parameters(options());
    }

    final Map<String, String> parameters(Options from) {
        return from.map("parameterOverrides", "parameter", parameterOverrides);
    }

    /** Refuses values their parameters do not allow, with both places, and warns of values no parameter takes. */
    final void checkParameters(Template template) {
        List<Problem> problems = new ParameterCheck(
                        template, options().pairs("parameterOverrides", "parameter", parameterOverrides))
                .problems();
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidOptionException(problems);
        }
        warnOnce(problems);
    }

    final String offlineRegion() {
        return givenRegion().orElse(LocalValues.DEFAULT_REGION);
    }

    /** Empty if the SDK's own chain decides. */
    final Optional<String> givenRegion() {
        return options().text("region", region);
    }

    /** Empty if the SDK's own chain decides. */
    final Optional<String> givenProfile() {
        return options().text("profile", profile);
    }

    /** The folder of the module; without a project, the folder Maven was started in. */
    final Path basedir() {
        return MavenOptions.basedir(session, project);
    }

    final Path buildDirectory() {
        return project.getBasedir() == null
                ? basedir().resolve("target")
                : Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
    }

    final SamFolder samFolder() {
        return SamFolder.below(buildDirectory());
    }

    /** One problem is the message; several are printed, and the message counts them. */
    private String summaryOf(SamException failure) {
        List<Problem> problems = failure.problems();
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        new ProblemLines(getLog()).all(problems);
        return ProblemLines.count(problems) + filesOf(problems);
    }

    private static String filesOf(List<Problem> problems) {
        List<String> files = problems.stream()
                .map(Problem::mark)
                .filter(SourceMark::isKnown)
                .map(SourceMark::file)
                .distinct()
                .toList();
        if (files.isEmpty()) {
            return "";
        }
        return " in " + (files.size() == 1 ? files.get(0) : Units.count(files.size(), "file"));
    }
}
