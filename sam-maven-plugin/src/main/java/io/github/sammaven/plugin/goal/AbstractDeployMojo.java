package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.ChangeGate;
import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.Deployer;
import io.github.sammaven.core.deploy.StackOptions;
import io.github.sammaven.core.deploy.StackTemplate;
import io.github.sammaven.core.deploy.TemplateUpload;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.packaging.DeployableTemplate;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.wiring.BucketOptions;
import io.github.sammaven.plugin.wiring.DeliveryBucket;
import io.github.sammaven.plugin.wiring.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that makes a change set of what {@code package} wrote. */
abstract class AbstractDeployMojo extends AbstractSamMojo {

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
     * Whether templates over 51,200 bytes go to the bucket that SAM CLI and this plugin share in each account and region.
     * Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resolveS3")
    private @Nullable Boolean resolveS3;

    /**
     * What comes before each key in the bucket. Default: nothing.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Prefix")
    private @Nullable String s3Prefix;

    /**
     * KMS key that encrypts the uploaded template. Default: the keys of S3.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.kmsKeyId")
    private @Nullable String kmsKeyId;

    /**
     * Uploads the template also when the bucket has it already. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.forceUpload")
    private @Nullable Boolean forceUpload;

    /**
     * User metadata of the uploaded template. Also {@code -Dsam.metadata="K=V,K2=V2"}.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> metadata;

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
     * How long to wait for change set and stack together, in minutes. Default: 60.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxWaitDuration")
    private @Nullable Integer maxWaitDuration;

    AbstractDeployMojo(SettingsDecrypter settingsDecrypter) {
        super("deploy", settingsDecrypter);
    }

    final String stackName() {
        return options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
    }

    /** What both goals ask for; each adds what it alone knows. */
    final DeployRequest request(Services services) {
        String name = stackName();
        String body = DeployableTemplate.read(new PackagedOutput(samFolder()).latest())
                .body();
        Template template = template();
        return DeployRequest.of(name, new StackTemplate(template, body, upload(services, body)), stackOptions())
                .waitingAtMost(maxWait());
    }

    final Duration maxWait() {
        return Duration.ofMinutes(options().number("maxWaitDuration", maxWaitDuration, 60));
    }

    /** With all that looks on and has a say. */
    final Deployer deployer(Services services, DeployRequest request) {
        Deployer deployer = services.deployer().watchedBy(watch(services, request));
        for (ChangeGate gate : gates(services, request)) {
            deployer = deployer.admittedBy(gate);
        }
        return deployer;
    }

    /** Who is asked, in this order, before a change set is executed. */
    private List<ChangeGate> gates(Services services, DeployRequest request) {
        return List.of();
    }

    /** Who looks on while the stack changes. */
    private StackWatch watch(Services services, DeployRequest request) {
        return StackWatch.none();
    }

    /** A bucket that is named always gets the template; the managed one only what does not fit into the call. */
    private Optional<TemplateUpload> upload(Services services, String body) {
        Optional<String> named = options().text("s3Bucket", s3Bucket);
        boolean managed = options().flag("resolveS3", resolveS3, false);
        if (named.isEmpty() && !managed) {
            return Optional.empty();
        }
        BucketChoice choice = BucketChoice.of(named, managed);
        if (managed && StackTemplate.fitsInline(body)) {
            return Optional.empty();
        }
        DeliveryBucket bucket = new DeliveryBucket(
                new BucketOptions(
                        choice, options().text("kmsKeyId", kmsKeyId), options().map("metadata", "metadata", metadata)),
                services);
        bucket.prepare();
        PackageOptions naming = new PackageOptions(
                options().text("s3Prefix", s3Prefix).orElse(""),
                options().flag("forceUpload", forceUpload, false),
                false);
        return Optional.of(text -> new UploadedTemplates(bucket.store(), naming).upload(text));
    }

    private StackOptions stackOptions() {
        return new StackOptions(
                parameters(),
                options().map("tags", "tag", tags),
                options().list("capabilities", capabilities),
                options().text("roleArn", roleArn),
                options().list("notificationArns", notificationArns));
    }
}
