package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuildSetup;
import io.github.sammaven.core.build.ImageBuilder;
import io.github.sammaven.core.deploy.TemplateConfigurationFile;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.PackageRequest;
import io.github.sammaven.core.packaging.PackageServices;
import io.github.sammaven.core.packaging.PackagedSizes;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.packaging.PackagedText;
import io.github.sammaven.core.packaging.image.EcrPublisher.Reference;
import io.github.sammaven.core.packaging.image.RepositoryOptions;
import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.signing.SigningProfiles;
import io.github.sammaven.core.size.CodeSize;
import io.github.sammaven.core.size.SizeBudgets;
import io.github.sammaven.core.size.SizeHistory;
import io.github.sammaven.core.size.SizeReport;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.plugin.config.DeploymentOptions;
import io.github.sammaven.plugin.config.Options;
import io.github.sammaven.plugin.config.PackagedOutput;
import io.github.sammaven.plugin.console.PackagingSummary;
import io.github.sammaven.plugin.console.SizeLines;
import io.github.sammaven.plugin.wiring.BucketOptions;
import io.github.sammaven.plugin.wiring.Delivery;
import io.github.sammaven.plugin.wiring.DeliveryOptions;
import io.github.sammaven.plugin.wiring.EngineImages;
import io.github.sammaven.plugin.wiring.Permissions;
import io.github.sammaven.plugin.wiring.Services;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Builds, zips, checks limits, uploads, and writes the template with the new locations. Archives depend on their content
 * alone, so that a run that changes nothing uploads nothing. Whatever SAM CLI packages is packaged: code, definitions, includes,
 * and the templates of nested stacks with all that they name. The packaged template, {@code target/sam/packaged.yaml}, is
 * attached to the project with the classifier {@code sam}.
 *
 * @since 1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractBuildMojo {

    /**
     * Whether archives are uploaded. When false everything is packaged on this machine, without credentials or a
     * network. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.upload")
    private @Nullable Boolean upload;

    /**
     * Bucket that receives the archives. It must exist. This or {@code resolveS3} is needed unless {@code upload} is false.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Bucket")
    private @Nullable String s3Bucket;

    /**
     * Whether archives go to the bucket that SAM CLI and this plugin share in each account and region, that of the stack
     * {@code aws-sam-cli-managed-default}; it is made when it is first needed. Default: {@code false}.
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
     * KMS key that encrypts the uploaded archives. Default: the keys of S3.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.kmsKeyId")
    private @Nullable String kmsKeyId;

    /**
     * Uploads archives also when the bucket has them already. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.forceUpload")
    private @Nullable Boolean forceUpload;

    /**
     * User metadata of each uploaded archive. Also {@code -Dsam.metadata="K=V,K2=V2"}.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> metadata;

    /**
     * Writes the packaged template as JSON, to {@code target/sam/packaged.json}. Templates of nested stacks are YAML all the
     * same. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.useJson")
    private @Nullable Boolean useJson;

    /**
     * Whether the names of archives in the bucket depend on executable bits too. Then a change of such a bit alone uploads
     * anew; names differ from those of SAM CLI. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.executableBitInKey")
    private @Nullable Boolean executableBitInKey;

    /**
     * Profile of AWS Signer, {@code Profile} or {@code Profile:Account}, by logical id of a function or layer, behind the path
     * of its stack. Also {@code -Dsam.signingProfiles="F=Profile G=Profile:123456789012"}. The bucket must keep versions.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> signingProfiles;

    /**
     * Repository that receives the images of all functions, without a tag:
     * {@code ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME} or {@code localhost:PORT/NAME}. Excludes {@code imageRepositories}
     * and {@code resolveImageRepos}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.imageRepository")
    private @Nullable String imageRepository;

    /**
     * Repositories by logical id of a function, with or without the path of its stack. Also
     * {@code -Dsam.imageRepositories="F=URI,G=URI"}. Must name every function whose image is on this machine, unless
     * {@code resolveImageRepos} is set.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> imageRepositories;

    /**
     * Makes a repository for each function that has none, in the companion stack SAM CLI uses too. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resolveImageRepos")
    private @Nullable Boolean resolveImageRepos;

    /**
     * Writes {@code repository@sha256:...}, which nobody can make another image's, instead of a tag. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.imageDigest")
    private @Nullable Boolean imageDigest;

    /**
     * Largest archive by logical id of a function, {@code 20MB} or {@code 500kB} (1 MB is 1024 × 1024 bytes); a larger one
     * fails the build. Also {@code -Dsam.budget.F=20MB}.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> sizeBudgets;

    /**
     * Whether the report on sizes names the ten biggest files of each function. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.sizeReport")
    private @Nullable Boolean sizeReport;

    /**
     * File that receives the template configuration for a CloudFormation action of CodePipeline: parameters, tags and
     * stack policy. Parameters and tags are those of {@code deploy}; values of {@code NoEcho} parameters are never written.
     * Default: none is written.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.templateConfiguration")
    private @Nullable File templateConfiguration;

    /**
     * Tags for the template configuration. Merged as those of {@code deploy}.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> tags;

    /**
     * File with a stack policy as JSON, for the template configuration.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackPolicy")
    private @Nullable File stackPolicy;

    /**
     * Asks on the terminal for what a first deployment needs, saves the answers in the configuration file, and goes on
     * with them. The goal {@code deploy} of the same build uses them too. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.guided")
    private @Nullable Boolean guided;

    /**
     * Whether IAM is asked first, by simulating the caller's policies, whether all that packaging calls is
     * allowed. What is missing is said at once, with the statement to add, and nothing is begun. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.preflight")
    private @Nullable Boolean preflight;

    private final MavenProjectHelper projectHelper;

    /** Made by Maven. */
    @Inject
    public PackageMojo(
            SettingsDecrypter settingsDecrypter,
            ProjectDependenciesResolver dependenciesResolver,
            MavenProjectHelper projectHelper) {
        super("package", settingsDecrypter, dependenciesResolver);
        this.projectHelper = projectHelper;
    }

    @Override
    void run() {
        if (options().flag("guided", guided, false)) {
            new GuidedRun(this).apply();
        }
        SizeBudgets budgets = SizeBudgets.parse("sizeBudgets", options().map("sizeBudgets", "budget", sizeBudgets));
        SigningProfiles signing =
                SigningProfiles.of(options().map("signingProfiles", "signingProfile", signingProfiles));
        PackageOptions naming = packageOptions();
        Optional<DeliveryOptions> sending = options().flag("upload", upload, true)
                ? Optional.of(deliveryOptions(signing, naming))
                : Optional.empty();
        try (Services services = services()) {
            if (sending.isPresent() && options().flag("preflight", preflight, false)) {
                new Permissions(services).checkPackage(unrolled(stacks(template())), scope(signing));
            }
            Optional<Delivery> delivery = sending.map(given -> new Delivery(given, services));
            delivery.ifPresent(Delivery::prepare);
            StackTree stacks = stacksToBuild(services.events());
            StackTree unrolled = unrolled(stacks);
            FunctionCatalog catalog = FunctionCatalog.ofAll(unrolled);
            signing.checkAgainst(catalog.idsOfLocalCode());
            BuildSetup setup = setup(warningsTo(services.events())).withoutCopies();
            BuildResult built = build(
                    catalog,
                    BuildSelection.ALL,
                    delivery.isPresent() ? setup.withImages(images(unrolled, services)) : setup,
                    services.events());
            remember(built.artifacts());
            Path target = new PackagedOutput(samFolder()).next(options().flag("useJson", useJson, false));
            PackageServices reached = delivery.map(to -> to.of(catalog.functions(), built.imageNames()))
                    .orElse(PackageServices.of(Optional.empty()));
            PackagedTemplate packaged = services.packager(reached)
                    .pack(new PackageRequest(
                            stacks,
                            catalog.functions(),
                            built.artifacts(),
                            built.imageNames(),
                            samFolder().archives(),
                            target,
                            naming));
            new PackagedText().write(packaged.template(), target);
            attach(target);
            writeTemplateConfiguration();
            tellSizes(new PackagedSizes(packaged.archives()).of(catalog.functions()), budgets);
            Optional<String> bucket = reached.store().map(ArtifactStore::bucket);
            getLog().info(new PackagingSummary(packaged, bucket).line() + "  ->  "
                    + basedir().relativize(target));
        }
    }

    private DeploymentScope scope(SigningProfiles signing) {
        List<String> repositories = new ArrayList<>(options()
                .map("imageRepositories", "imageRepository", imageRepositories)
                .values());
        options().text("imageRepository", imageRepository).ifPresent(repositories::add);
        return DeploymentOptions.scope(
                        project.getArtifactId(),
                        options().text("s3Bucket", s3Bucket),
                        options().text("s3Prefix", s3Prefix),
                        options().flag("resolveS3", resolveS3, false))
                .withKmsKey(options().text("kmsKeyId", kmsKeyId))
                .withImages(
                        DeploymentOptions.repositoryArns(repositories),
                        DeploymentOptions.companion(
                                options().flag("resolveImageRepos", resolveImageRepos, false), templateFile()))
                .withSigning(DeploymentOptions.signers(signing));
    }

    private static EventSink warningsTo(EventSink events) {
        return event -> {
            if (event instanceof Warning) {
                events.accept(event);
            }
        };
    }

    private ImageBuilder images(StackTree stacks, Services services) {
        return new EngineImages(stacks, samFolder().images(), basedir(), services.images()::engine, services.events());
    }

    private void writeTemplateConfiguration() {
        Optional<Path> file = options()
                .path("templateConfiguration", templateConfiguration == null ? null : templateConfiguration.toPath());
        if (file.isEmpty()) {
            return;
        }
        Options deploying = optionsOf("deploy");
        List<String> secrets = new TemplateConfigurationFile(file.get())
                .write(
                        template(),
                        parameters(deploying),
                        deploying.map("tags", "tag", tags),
                        options().path("stackPolicy", stackPolicy == null ? null : stackPolicy.toPath()));
        getLog().info("Template configuration  ->  " + basedir().relativize(file.get()));
        if (!secrets.isEmpty()) {
            getLog().warn("Left out of it, because they are secret: " + String.join(", ", secrets)
                    + ". Give them to the action itself");
        }
    }

    private void attach(Path target) {
        String name = target.getFileName().toString();
        projectHelper.attachArtifact(project, name.substring(name.lastIndexOf('.') + 1), "sam", target.toFile());
    }

    private void tellSizes(List<CodeSize> sizes, SizeBudgets budgets) {
        SizeHistory history = new SizeHistory(samFolder().sizes());
        SizeReport report = SizeReport.of(sizes, history);
        SizeLines lines = new SizeLines(report);
        (options().flag("sizeReport", sizeReport, false) ? lines.tableWithFiles() : lines.table())
                .forEach(getLog()::info);
        budgets.check(report);
        history.write(report);
    }

    private DeliveryOptions deliveryOptions(SigningProfiles signing, PackageOptions naming) {
        return new DeliveryOptions(
                new BucketOptions(
                        BucketChoice.of(
                                options().text("s3Bucket", s3Bucket), options().flag("resolveS3", resolveS3, false)),
                        options().text("kmsKeyId", kmsKeyId),
                        options().map("metadata", "metadata", metadata)),
                signing,
                new RepositoryOptions(
                        options().text("imageRepository", imageRepository),
                        options().map("imageRepositories", "imageRepository", imageRepositories),
                        options().flag("resolveImageRepos", resolveImageRepos, false)),
                options().flag("imageDigest", imageDigest, false) ? Reference.DIGEST : Reference.TAG,
                CompanionNames.ofTemplate(templateFile()),
                naming);
    }

    private PackageOptions packageOptions() {
        return new PackageOptions(
                options().text("s3Prefix", s3Prefix).orElse(""),
                options().flag("forceUpload", forceUpload, false),
                options().flag("executableBitInKey", executableBitInKey, false),
                allowedSecrets());
    }
}
