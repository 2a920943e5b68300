package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.DeployResult;
import io.github.sammaven.core.deploy.OutputsFile;
import io.github.sammaven.core.deploy.StackOptions;
import io.github.sammaven.core.deploy.StackTemplate;
import io.github.sammaven.core.deploy.TemplateUpload;
import io.github.sammaven.core.packaging.DeployableTemplate;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.console.InterruptNotice;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Deploys what {@code package} wrote: creates a change set, shows it, executes it and follows the stack to its end. That
 * there is nothing to change is a success. The stack's outputs are printed, written to {@code target/sam/outputs.json} and
 * set as project properties {@code sam.output.NAME}.
 *
 * @since 1.0
 */
@Mojo(name = "deploy", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class DeployMojo extends AbstractSamMojo {

    /**
     * Name of the stack: letters, digits and hyphens, at most 128 characters, a letter first.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Bucket for templates over 51,200 bytes, which is all that fits into the call itself. If one is named, the template
     * always goes there.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Bucket")
    private @Nullable String s3Bucket;

    /**
     * What comes before each key in the bucket. Default: nothing.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Prefix")
    private @Nullable String s3Prefix;

    /**
     * What the template may do, such as {@code CAPABILITY_IAM}, {@code CAPABILITY_NAMED_IAM} or
     * {@code CAPABILITY_AUTO_EXPAND}. Default: nothing.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.capabilities")
    private @Nullable List<String> capabilities;

    /**
     * Tags of the stack and its resources. Merged key by key with {@code -Dsam.tags="K=V K2=V2"}, {@code -Dsam.tag.K=V}
     * and the configuration file; the command line wins. With {@code -Dsam.mergeOverrides=false} the strongest of these
     * maps replaces the others.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> tags;

    /**
     * Role that CloudFormation works with. Default: the caller's own permissions, or the role the stack had last.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.roleArn")
    private @Nullable String roleArn;

    /**
     * SNS topics that receive the stack's events, at most 5.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.notificationArns")
    private @Nullable List<String> notificationArns;

    /**
     * Whether it is a failure that there is nothing to change. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnEmptyChangeset")
    private @Nullable Boolean failOnEmptyChangeset;

    /**
     * Whether resources stay as they are when one of them fails. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.disableRollback")
    private @Nullable Boolean disableRollback;

    /**
     * How long to wait for the stack, in minutes. Default: 60.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxWaitDuration")
    private @Nullable Integer maxWaitDuration;

    /** Made by Maven. */
    @Inject
    public DeployMojo(SettingsDecrypter settingsDecrypter) {
        super("deploy", settingsDecrypter);
    }

    @Override
    void run() {
        try (Services services = services()) {
            DeployResult result = deploy(services);
            print(result);
            new OutputsFile(samFolder().outputs()).write(result.outputs());
            result.outputs().forEach((name, value) -> project.getProperties().setProperty("sam.output." + name, value));
        }
    }

    private DeployResult deploy(Services services) {
        DeployRequest request = request(services);
        String stack = request.stackName();
        String notice = "Interrupted. What CloudFormation has begun on the stack " + stack + " goes on by itself;"
                + " see it with: aws cloudformation describe-stack-events --stack-name " + stack;
        return new InterruptNotice(notice, System.err)
                .during(() -> services.deployer().deploy(request));
    }

    private DeployRequest request(Services services) {
        String name = options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
        String body = DeployableTemplate.read(new PackagedOutput(samFolder()).latest())
                .body();
        Template template = template();
        checkParameters(template);
        int minutes = options().number("maxWaitDuration", maxWaitDuration, 60);
        return new DeployRequest(
                name,
                new StackTemplate(template, body, templateUpload(services)),
                stackOptions(),
                options().flag("failOnEmptyChangeset", failOnEmptyChangeset, false),
                options().flag("disableRollback", disableRollback, false),
                Duration.ofMinutes(minutes));
    }

    private Optional<TemplateUpload> templateUpload(Services services) {
        PackageOptions naming =
                new PackageOptions(options().text("s3Prefix", s3Prefix).orElse(""), false, false);
        return options()
                .text("s3Bucket", s3Bucket)
                .map(ArtifactBucket::named)
                .map(services::artifactStore)
                .map(store -> new UploadedTemplates(store, naming)::upload);
    }

    private StackOptions stackOptions() {
        return new StackOptions(
                parameters(),
                options().map("tags", "tag", tags),
                options().list("capabilities", capabilities),
                options().text("roleArn", roleArn),
                options().list("notificationArns", notificationArns));
    }

    private void print(DeployResult result) {
        getLog().info(result.stackName() + " (" + result.region() + "): "
                + (result.changed() ? result.status() : "up to date, nothing to change") + " after "
                + Units.time(result.duration()));
        result.outputs().forEach((name, value) -> getLog().info("  " + name + " = " + value));
    }
}
