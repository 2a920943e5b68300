package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.capability.RequiredCapabilities;
import io.github.sammaven.core.deploy.ChangeGate;
import io.github.sammaven.core.deploy.ChangeSetFile;
import io.github.sammaven.core.deploy.DeployMode;
import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.core.deploy.Deployer;
import io.github.sammaven.core.deploy.ImportFile;
import io.github.sammaven.core.deploy.OnFailure;
import io.github.sammaven.core.deploy.PlannedDeployment;
import io.github.sammaven.core.deploy.RecoveryConsent;
import io.github.sammaven.core.deploy.StackOptions;
import io.github.sammaven.core.deploy.StackTemplate;
import io.github.sammaven.core.deploy.TemplateUpload;
import io.github.sammaven.core.deploy.change.ChangeReportFiles;
import io.github.sammaven.core.deploy.gate.StatefulGate;
import io.github.sammaven.core.deploy.shift.ShiftPreview;
import io.github.sammaven.core.guided.DeploymentSummary;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.packaging.DeployableTemplate;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.config.DeploymentOptions;
import io.github.sammaven.plugin.config.ImportedResource;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.console.TerminalPrompt;
import io.github.sammaven.plugin.wiring.BucketOptions;
import io.github.sammaven.plugin.wiring.DeliveryBucket;
import io.github.sammaven.plugin.wiring.Permissions;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.TransformedStacks;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that makes a change set of what {@code package} wrote. */
abstract class AbstractDeployMojo extends AbstractChangeSetMojo {

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
     * {@code CAPABILITY_AUTO_EXPAND}; {@code auto} grants what it needs, and says why. Default: nothing.
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
     * Whether the stack keeps the tags it has and is not given here. By default all tags of the stack are replaced.
     * Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.mergeTags")
    private @Nullable Boolean mergeTags;

    /**
     * Whether the change set covers nested stacks too. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.includeNestedStacks")
    private @Nullable Boolean includeNestedStacks;

    /**
     * Express mode: the operation ends before the resources are settled. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.express")
    private @Nullable Boolean express;

    /**
     * What exists already and becomes part of the stack; nothing else may change then. Each has a {@code logicalId}, a
     * {@code resourceType} and an {@code identifier}, and a {@code DeletionPolicy} in the template.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable List<ImportedResource> resourcesToImport;

    /**
     * The same in a JSON file, as the AWS CLI takes it with {@code --resources-to-import}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.importFile")
    private @Nullable File importFile;

    /**
     * Whether a stack that is stuck after a failure is brought back into use: one whose creation failed is deleted and
     * created anew, an update that could not be undone is undone once more. On a terminal this is asked otherwise.
     * Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.recover")
    private @Nullable Boolean recover;

    /**
     * Whether to wait for the end of another operation that runs on the stack. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.waitForRunning")
    private @Nullable Boolean waitForRunning;

    /**
     * Resources that may lose the data they hold, by logical id, {@code Storage/OrdersTable} in a nested stack;
     * {@code true} for all. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.allowStatefulChanges")
    private @Nullable List<String> allowStatefulChanges;

    /**
     * Whether IAM is asked first, by simulating the caller's policies and those of {@code roleArn}, whether all that the deployment does is
     * allowed. What is missing is said at once, with the statement to add, and nothing is begun. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.preflight")
    private @Nullable Boolean preflight;

    AbstractDeployMojo(SettingsDecrypter settingsDecrypter) {
        super(settingsDecrypter);
    }

    /** @param failOnEmptyChangeset whether it is a failure that there is nothing to change */
    final DeployRequest request(Services services, boolean failOnEmptyChangeset) {
        services.prepareStacks();
        String name = stackName();
        DeployMode mode = mode(failOnEmptyChangeset);
        String body = DeployableTemplate.read(new PackagedOutput(samFolder()).latest())
                .body();
        Template template = template();
        checkParameters(template);
        checkPermissions(services, template, name);
        StackOptions stackOptions = stackOptions(services, template);
        return new DeployRequest(
                name, new StackTemplate(template, body, upload(services, body)), stackOptions, mode, maxWait());
    }

    /** What is about to be done, for people. */
    final DeploymentSummary summary(DeployRequest request, boolean confirmed) {
        return new DeploymentSummary(
                request.stackName(),
                givenRegion(),
                options().text("s3Bucket", s3Bucket),
                request.options().capabilities(),
                confirmed,
                request.mode().onFailure() == OnFailure.DO_NOTHING,
                DeploymentSummary.overrides(
                        request.template().tree(), request.options().parameters()));
    }

    private void checkPermissions(Services services, Template template, String stack) {
        if (options().flag("preflight", preflight, false)) {
            DeploymentScope scope = DeploymentOptions.scope(
                            stack,
                            options().text("s3Bucket", s3Bucket),
                            options().text("s3Prefix", s3Prefix),
                            options().flag("resolveS3", resolveS3, false))
                    .withKmsKey(options().text("kmsKeyId", kmsKeyId))
                    .withRole(options().text("roleArn", roleArn))
                    .withTopics(options().list("notificationArns", notificationArns));
            new Permissions(services).checkDeploy(unrolled(stacks(template)), scope);
        }
    }

    private DeployMode mode(boolean failOnEmptyChangeset) {
        return new DeployMode(
                failOnEmptyChangeset,
                onFailure(),
                options().flag("express", express, false),
                options().flag("includeNestedStacks", includeNestedStacks, true),
                options().flag("mergeTags", mergeTags, false),
                imports(),
                terminationProtection(),
                options().flag("waitForRunning", waitForRunning, false));
    }

    private List<ResourceToImport> imports() {
        List<ResourceToImport> imports = new ArrayList<>();
        if (resourcesToImport != null) {
            resourcesToImport.forEach(resource -> imports.add(resource.toImport()));
        }
        options()
                .path("importFile", importFile == null ? null : importFile.toPath())
                .map(file -> new ImportFile(file).read())
                .ifPresent(imports::addAll);
        return imports;
    }

    /**
     * With all that looks on and has a say.
     *
     * @param more gates of the goal, asked last
     */
    final Deployer deployer(Services services, DeployRequest request, List<ChangeGate> more) {
        Deployer deployer = services.deployer()
                .watchedBy(watch(services, Optional.of(request.template().tree())))
                .recoveringWith(recovery());
        for (ChangeGate gate : gates(services, request)) {
            deployer = deployer.admittedBy(gate);
        }
        for (ChangeGate gate : more) {
            deployer = deployer.admittedBy(gate);
        }
        return deployer;
    }

    /** Who is asked, in this order, before a change set is executed or kept for later. */
    private List<ChangeGate> gates(Services services, DeployRequest request) {
        ChangeGate stateful =
                new StatefulGate(options().list("allowStatefulChanges", allowStatefulChanges), services.events());
        return shifts().isEmpty()
                ? List.of(stateful)
                : List.of(stateful, changes -> {
                    new ShiftPreview(shifts()).tell(changed(changes), services.events());
                    return true;
                });
    }

    private static List<String> changed(ChangeSetReady changes) {
        return changes.changes().stream()
                .filter(change -> change.action() == ResourceChange.Action.MODIFY)
                .map(ResourceChange::logicalId)
                .toList();
    }

    private RecoveryConsent recovery() {
        return options().flag("recover", recover, false) ? RecoveryConsent.granted() : RecoveryConsent.of(prompt());
    }

    final Prompt prompt() {
        return TerminalPrompt.of(session);
    }

    /** Makes a change set that others execute, and writes down what they need. */
    final void plan(Services services, DeployRequest request) {
        PlannedDeployment planned = deployer(services, request, List.of()).plan(request);
        new ChangeSetFile(samFolder().changeSet()).write(planned);
        new ChangeReportFiles(samFolder().path())
                .write(planned.changes()
                        .orElseGet(() -> new ChangeSetReady(planned.stackName(), planned.region(), List.of())));
        String stack = planned.stackName() + " (" + planned.region() + "): ";
        getLog().info(planned.changeSet()
                .map(arn -> stack
                        + "the change set waits for its execution: mvn sam:execute-change-set -Dsam.changeSet=" + arn)
                .orElse(stack + "nothing to change"));
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

    /** Refuses what the template may not do; warns of functions that anybody may call. */
    private StackOptions stackOptions(Services services, Template template) {
        TransformedStacks preview = TransformedStacks.forDeployment(unrolled(stacks(template)));
        RequiredCapabilities.Granted granted =
                preview.capabilities().granted(options().list("capabilities", capabilities));
        granted.notes().forEach(getLog()::info);
        preview.openEndpoints().forEach(open -> services.events().accept(new Warning(open.warning())));
        return new StackOptions(
                parameters(),
                options().map("tags", "tag", tags),
                granted.capabilities(),
                options().text("roleArn", roleArn),
                options().list("notificationArns", notificationArns));
    }
}
