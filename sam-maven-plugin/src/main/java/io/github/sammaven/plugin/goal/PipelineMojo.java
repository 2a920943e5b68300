package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.permission.DeploymentPolicy;
import io.github.sammaven.core.permission.PolicyPlan;
import io.github.sammaven.core.pipeline.CicdProvider;
import io.github.sammaven.core.pipeline.GitRemote;
import io.github.sammaven.core.pipeline.PipelineFile;
import io.github.sammaven.core.pipeline.PipelineFiles;
import io.github.sammaven.core.pipeline.PipelineProject;
import io.github.sammaven.core.pipeline.PipelineRoles;
import io.github.sammaven.core.pipeline.PipelineStage;
import io.github.sammaven.core.pipeline.ProviderSigns;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.plugin.config.Options;
import io.github.sammaven.plugin.config.StageOptions;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.reactor.PipelinePom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a CI server from the project as it is: one Maven build with its tests, then for each stage a change
 * set, an approval and its execution; and {@code pipeline/roles.yaml}, a CloudFormation template of the bucket and of roles
 * that may do what this template needs and no more. A file of the project that says something else is left alone. Needs no network.
 *
 * @since 1.0
 */
@Mojo(name = "pipeline", threadSafe = true)
public final class PipelineMojo extends AbstractPolicyMojo {

    /**
     * CI servers to write for: {@code jenkins}, {@code codepipeline}, {@code github-actions}, {@code gitlab}. Default: the
     * one that the remote repository or a file of the project tells.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.cicdProvider")
    private @Nullable List<String> cicdProvider;

    /**
     * The stages, in the order of deployment. One that is an environment of the samconfig file has its stack name and
     * region. Default: {@code dev,prod}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stages")
    private @Nullable List<String> stages;

    /**
     * Stages whose change set a person looks at before it is executed. Default: all but the first, or the only one.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.approvals")
    private @Nullable List<String> approvals;

    /**
     * Name of the stack, to which each stage adds its own. Default: the artifact id of the module.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * The branch that is deployed; others are only built. Default: {@code main}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.deploymentBranch")
    private @Nullable String deploymentBranch;

    /**
     * OpenID Connect provider that the account has already for GitHub or GitLab. Default: {@code pipeline/roles.yaml} makes
     * it, unless its own parameter names one.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.oidcProviderArn")
    private @Nullable String oidcProviderArn;

    /**
     * Whether files that are there are replaced. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.force")
    private @Nullable Boolean force;

    /** Made by Maven. */
    @Inject
    public PipelineMojo(SettingsDecrypter settingsDecrypter) {
        super("pipeline_init", settingsDecrypter);
    }

    @Override
    void run() {
        Path root = Path.of(session.getExecutionRootDirectory());
        List<CicdProvider> providers = providers(root);
        PipelineProject pipeline = pipelineProject();
        List<PipelineFile> files = new ArrayList<>();
        files.add(new PipelineRoles(
                        pipeline,
                        providers,
                        rights(pipeline),
                        GitRemote.of(root),
                        options().text("oidcProviderArn", oidcProviderArn))
                .file());
        providers.forEach(provider -> files.addAll(provider.filesFor(pipeline)));
        PipelineFiles target = new PipelineFiles(
                root, samFolder().path().resolve("pipeline"), options().flag("force", force, false));
        target.write(files).forEach(written -> getLog().info(line(root, written)));
    }

    private List<CicdProvider> providers(Path root) {
        List<CicdProvider> named = options().choices("cicdProvider", cicdProvider, CicdProvider.class);
        return named.isEmpty() ? new ProviderSigns(root).find() : named;
    }

    /** Of all stages, each with the values its own environment of the samconfig file gives to parameters. */
    private PolicyPlan rights(PipelineProject pipeline) {
        DeploymentPolicy policy = new DeploymentPolicy();
        Template template = template();
        PolicyPlan plan = PolicyPlan.together(pipeline.stages().stream()
                .map(stage -> {
                    Options deploying = optionsOf("deploy", stage.configEnv());
                    LocalValues values = LocalValues.of(parameters(deploying), stage.region());
                    StackTree stacks = StackTree.read(template, new TemplateResolver(template, values));
                    return policy.plan(unrolled(stacks), withTargets(PipelineRoles.scope(stage.stackName())));
                })
                .toList());
        new ProblemLines(getLog()).all(plan.warnings());
        return plan;
    }

    private PipelineProject pipelineProject() {
        List<LambdaFunction> functions = FunctionCatalog.of(stacks(template())).functions();
        PipelinePom pom =
                new PipelinePom(session, project, execution.getMojoDescriptor().getPluginDescriptor());
        return new PipelineProject(
                session.getTopLevelProject().getArtifactId(),
                pom.maven(),
                pom.goals(),
                pom.javaVersion(),
                options().text("deploymentBranch", deploymentBranch).orElse("main"),
                pom.packages(),
                functions.stream().anyMatch(function -> function.runtime().isEmpty()),
                functions.stream().map(LambdaFunction::runtime).distinct().toList(),
                stages());
    }

    private List<PipelineStage> stages() {
        List<String> wanted = options().list("stages", stages);
        List<String> names = wanted.isEmpty() ? List.of("dev", "prod") : wanted;
        List<String> approved = options().list("approvals", approvals);
        for (String name : approved) {
            if (!names.contains(name)) {
                throw new InvalidOptionException(
                        "there is no stage '" + name + "' to approve", "the stages are " + String.join(", ", names));
            }
        }
        return new StageOptions(
                        templateFile().toAbsolutePath().getParent(),
                        Path.of(session.getExecutionRootDirectory()),
                        options().property("configFile"),
                        options().text("stackName", stackName).orElse(project.getArtifactId()),
                        givenRegion())
                .stages(names, approved.isEmpty() ? allButFirst(names) : approved);
    }

    private static List<String> allButFirst(List<String> names) {
        return names.size() == 1 ? names : names.subList(1, names.size());
    }

    private static String line(Path root, PipelineFiles.Written written) {
        Path shown = written.path().startsWith(root) ? root.relativize(written.path()) : written.path();
        return switch (written.outcome()) {
            case WRITTEN -> shown + "  written";
            case UNCHANGED -> shown + "  unchanged";
            case PUT_ASIDE ->
                shown + "  put aside: your " + written.file().path() + " says something else (-Dsam.force replaces it)";
        };
    }
}
