package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.config.SamConfigWriter;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.guided.ArtifactNeeds;
import io.github.sammaven.core.guided.Artifacts;
import io.github.sammaven.core.guided.GuidedAnswers;
import io.github.sammaven.core.guided.GuidedDefaults;
import io.github.sammaven.core.guided.GuidedDeployment;
import io.github.sammaven.core.guided.GuidedNeeds;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.plugin.config.AnsweredOptions;
import io.github.sammaven.plugin.config.Options;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.config.PomElements;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.TerminalPrompt;
import io.github.sammaven.plugin.wiring.ConfiguredRegion;
import io.github.sammaven.plugin.wiring.TransformedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A first run: a person is asked, once for the goals of a module, and the answers are what its options say. They are
 * saved before anything is made, so that a run that fails can be repeated without the questions.
 */
final class GuidedRun {

    private static final String ASKED = GuidedRun.class.getName();

    private final AbstractSamMojo goal;
    private final Log log;

    GuidedRun(AbstractSamMojo goal) {
        this.goal = goal;
        this.log = goal.getLog();
    }

    /** Asks unless an earlier goal of this build has. */
    void apply() {
        goal.answer(answers());
    }

    /**
     * As {@link #apply}, for a goal that needs what {@code package} writes.
     *
     * @throws InvalidOptionException if nothing is packaged; nobody is asked then
     */
    void applyToPackaged() {
        Path packaged = new PackagedOutput(goal.samFolder()).latest();
        if (!Files.exists(packaged)) {
            throw new InvalidOptionException(
                    "nothing is packaged yet: " + goal.basedir().relativize(packaged) + " does not exist",
                    "sam:deploy does not package by itself. Run: " + wholeCommand());
        }
        if (!goal.getPluginContext().containsKey(ASKED) && isOlder(packaged, goal.templateFile())) {
            log.warn(goal.basedir().relativize(packaged)
                    + " is older than the template: what was changed since is not deployed");
            log.warn("    To package too, run: " + wholeCommand());
        }
        apply();
    }

    private static boolean isOlder(Path file, Path other) {
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What a person types to package and deploy: the phase alone packages if the pom binds the goal to it. */
    private String wholeCommand() {
        boolean bound = Optional.ofNullable(goal.project.getPlugin(plugin()))
                .filter(plugin -> plugin.getExecutions().stream()
                        .anyMatch(bindings -> bindings.getGoals().contains("package")))
                .isPresent();
        return "mvn " + (bound ? "package" : "package sam:package") + " sam:deploy -Dsam.guided";
    }

    private String plugin() {
        return goal.execution.getGroupId() + ":" + goal.execution.getArtifactId();
    }

    /** Shared by the goals of this plugin in one module. */
    @SuppressWarnings("unchecked")
    private Map<String, String> answers() {
        Map<Object, Object> shared = goal.getPluginContext();
        Object before = shared.get(ASKED);
        if (before != null) {
            return (Map<String, String>) before;
        }
        GuidedAnswers answers = ask();
        answers.save().ifPresent(place -> save(place, answers));
        Map<String, String> values = AnsweredOptions.of(answers);
        shared.put(ASKED, values);
        return values;
    }

    private GuidedAnswers ask() {
        Template template = goal.template();
        Prompt prompt = TerminalPrompt.of(goal.session);
        SamConfigFile file = goal.configurationFile();
        return new GuidedDeployment(prompt, log::info)
                .ask(
                        defaults(file),
                        template,
                        (region, parameters) -> needs(template, LocalValues.of(parameters, region)));
    }

    private GuidedDefaults defaults(SamConfigFile file) {
        PomElements pom = PomElements.of(goal.project, plugin());
        Options packaging = goal.optionsOf("package");
        Options deploying = goal.optionsOf("deploy");
        Optional<String> profile = goal.givenProfile();
        return new GuidedDefaults(
                deploying.text("stackName", pom.text("stackName").orElse(null)),
                goal.givenRegion().or(() -> ConfiguredRegion.of(profile)),
                profile,
                goal.parameters(deploying),
                deploying.flag("confirmChangeset", flag(pom, "confirmChangeset"), false),
                deploying.list("capabilities", pom.list("capabilities")),
                deploying.flag("disableRollback", flag(pom, "disableRollback"), false),
                new Artifacts(
                        packaging.text("s3Bucket", pom.text("s3Bucket").orElse(null)),
                        packaging.text("s3Prefix", pom.text("s3Prefix").orElse(null)),
                        packaging.map("signingProfiles", "signingProfile", pom.map("signingProfiles")),
                        packaging.flag("resolveImageRepos", flag(pom, "resolveImageRepos"), false),
                        packaging.map("imageRepositories", "imageRepository", pom.map("imageRepositories"))),
                file.folder().relativize(file.target()).toString(),
                file.environment());
    }

    private static @Nullable Boolean flag(PomElements pom, String name) {
        return pom.text(name).map(Boolean::valueOf).orElse(null);
    }

    private static GuidedNeeds needs(Template template, LocalValues values) {
        StackTree stacks = AbstractSamMojo.unrolled(StackTree.read(template, new TemplateResolver(template, values)));
        TransformedStacks preview = TransformedStacks.forDeployment(stacks);
        ArtifactNeeds artifacts = new ArtifactNeeds(FunctionCatalog.ofAll(stacks));
        return new GuidedNeeds(
                preview.capabilities(), preview.openEndpoints(), artifacts.signable(), artifacts.images());
    }

    private void save(GuidedAnswers.Place place, GuidedAnswers answers) {
        SamConfigWriter writer = new SamConfigWriter(
                goal.configurationFile().folder().resolve(place.file()),
                Path.of(goal.session.getExecutionRootDirectory()));
        new ProblemLines(log).all(writer.save(place.environment(), "deploy", answers.saved()));
        log.info("Saved to " + writer.shown() + ": "
                + String.join(", ", answers.saved().keySet()));
    }
}
