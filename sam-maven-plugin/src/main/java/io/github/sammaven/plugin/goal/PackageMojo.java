package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuiltImage;
import io.github.sammaven.core.build.ImageBuilder;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.packaging.ImagePublisher;
import io.github.sammaven.core.packaging.LocalImages;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.PackageRequest;
import io.github.sammaven.core.packaging.PackageServices;
import io.github.sammaven.core.packaging.PackagedFile;
import io.github.sammaven.core.packaging.PackagedSizes;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.packaging.PackagedText;
import io.github.sammaven.core.packaging.UploadedTemplates;
import io.github.sammaven.core.packaging.image.EcrPublisher.Reference;
import io.github.sammaven.core.packaging.image.ImageRepositories;
import io.github.sammaven.core.packaging.image.RepositoryOptions;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.signing.SigningProfiles;
import io.github.sammaven.core.size.CodeSize;
import io.github.sammaven.core.size.SizeBudgets;
import io.github.sammaven.core.size.SizeHistory;
import io.github.sammaven.core.size.SizeReport;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.plugin.console.SizeLines;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.EngineImages;
import io.github.sammaven.plugin.wiring.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Optional<BucketChoice> bucket = bucketChoice();
        SizeBudgets budgets = SizeBudgets.parse("sizeBudgets", options().map("sizeBudgets", "budget", sizeBudgets));
        SigningProfiles signing =
                SigningProfiles.of(options().map("signingProfiles", "signingProfile", signingProfiles));
        try (Services services = services()) {
            StackTree stacks = stacksToBuild(services.events());
            StackTree unrolled = unrolled(stacks);
            FunctionCatalog catalog = FunctionCatalog.ofAll(unrolled);
            signing.checkAgainst(archived(catalog));
            BuildResult built =
                    build(catalog, BuildSelection.ALL, bucket.map(choice -> images(unrolled, services)), event -> {
                        if (event instanceof Warning) {
                            services.events().accept(event);
                        }
                    });
            remember(built.artifacts());
            Path target = packagedTemplate();
            PackageServices sending = bucket.map(choice -> sending(choice, catalog, built, signing, services))
                    .orElse(PackageServices.of(Optional.empty()));
            PackagedTemplate packaged = services.packager(sending)
                    .pack(new PackageRequest(
                            stacks,
                            catalog.functions(),
                            built.artifacts(),
                            names(built.images()),
                            samFolder().archives(),
                            target,
                            packageOptions()));
            new PackagedText().write(packaged.template(), target);
            projectHelper.attachArtifact(project, extension(target), "sam", target.toFile());
            tellSizes(SizeReport.of(sizes(catalog, packaged), history()), budgets);
            getLog().info(summary(packaged, sending.store()) + "  ->  "
                    + basedir().relativize(target));
        }
    }

    private ImageBuilder images(StackTree stacks, Services services) {
        return new EngineImages(stacks, samFolder().images(), basedir(), services.images()::engine, services.events());
    }

    private PackageServices sending(
            BucketChoice choice,
            FunctionCatalog catalog,
            BuildResult built,
            SigningProfiles signing,
            Services services) {
        Map<String, String> images = names(built.images());
        List<String> local = LocalImages.of(catalog.functions(), images.keySet());
        RepositoryOptions repositories = new RepositoryOptions(
                options().text("imageRepository", imageRepository),
                options().map("imageRepositories", "imageRepository", imageRepositories),
                options().flag("resolveImageRepos", resolveImageRepos, false));
        ImageRepositories chosen = ImageRepositories.choose(repositories, local);
        ArtifactStore store = services.artifactStore(artifactBucket(choice.name(services::managedBucket)));
        Optional<ImagePublisher> publisher = local.isEmpty() || !repositories.given()
                ? Optional.empty()
                : Optional.of(services.imagePublisher(
                        chosen,
                        options().flag("imageDigest", imageDigest, false) ? Reference.DIGEST : Reference.TAG,
                        CompanionNames.ofTemplate(templateFile()),
                        new UploadedTemplates(store, packageOptions())));
        return new PackageServices(
                Optional.of(store),
                publisher,
                signing.byResource().isEmpty()
                        ? Optional.empty()
                        : Optional.of(services.signer(signing, store.bucket())));
    }

    private static Map<String, String> names(List<BuiltImage> images) {
        return images.stream().collect(Collectors.toMap(BuiltImage::id, BuiltImage::name));
    }

    /** What has an archive that can be signed. */
    private static Set<String> archived(FunctionCatalog catalog) {
        return Stream.concat(
                        catalog.functions().stream()
                                .filter(function -> function.code() instanceof CodeSource.Local)
                                .map(LambdaFunction::id),
                        catalog.layers().stream()
                                .filter(layer -> layer.code() instanceof CodeSource.Local)
                                .map(LambdaLayer::id))
                .collect(Collectors.toSet());
    }

    private SizeHistory history() {
        return new SizeHistory(samFolder().sizes());
    }

    private static List<CodeSize> sizes(FunctionCatalog catalog, PackagedTemplate packaged) {
        return new PackagedSizes(packaged.archives()).of(catalog.functions());
    }

    private void tellSizes(SizeReport report, SizeBudgets budgets) {
        if (options().flag("sizeReport", sizeReport, false)) {
            new SizeLines(report).tableWithFiles().forEach(getLog()::info);
        } else {
            new SizeLines(report).table().forEach(getLog()::info);
        }
        List<Problem> over = budgets.problems(report);
        if (!over.isEmpty()) {
            throw new InvalidTemplateException(over);
        }
        history().write(report);
    }

    /** Where the result goes; that of an earlier run in the other format would be taken for it. */
    private Path packagedTemplate() {
        boolean json = options().flag("useJson", useJson, false);
        Path target = json ? samFolder().packagedJson() : samFolder().packagedTemplate();
        Path other = json ? samFolder().packagedTemplate() : samFolder().packagedJson();
        try {
            Files.deleteIfExists(other);
        } catch (IOException failure) {
            throw new SamException(other + " cannot be removed: " + failure.getMessage(), "", failure);
        }
        return target;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Optional<BucketChoice> bucketChoice() {
        return options().flag("upload", upload, true)
                ? Optional.of(BucketChoice.of(
                        options().text("s3Bucket", s3Bucket), options().flag("resolveS3", resolveS3, false)))
                : Optional.empty();
    }

    private ArtifactBucket artifactBucket(String name) {
        return new ArtifactBucket(
                name, options().text("kmsKeyId", kmsKeyId), options().map("metadata", "metadata", metadata));
    }

    private PackageOptions packageOptions() {
        return new PackageOptions(
                options().text("s3Prefix", s3Prefix).orElse(""),
                options().flag("forceUpload", forceUpload, false),
                options().flag("executableBitInKey", executableBitInKey, false),
                allowedSecrets());
    }

    private static String summary(PackagedTemplate packaged, Optional<ArtifactStore> store) {
        List<PackagedFile> others = new ArrayList<>(packaged.files());
        others.addAll(packaged.nested());
        if (store.isEmpty()) {
            return Units.count(packaged.archives().size(), "archive") + counted(packaged.files(), "file")
                    + counted(packaged.nested(), "nested template") + " packaged, nothing uploaded";
        }
        List<Outcome> outcomes = new ArrayList<>();
        packaged.archives().forEach(archive -> outcomes.add(archive.outcome()));
        others.forEach(file -> outcomes.add(file.outcome()));
        long uploaded = outcomes.stream().filter(Outcome.UPLOADED::equals).count();
        return uploaded + " of " + outcomes.size() + (others.isEmpty() ? " archives" : " artifacts")
                + " uploaded to s3://" + store.get().bucket();
    }

    private static String counted(List<PackagedFile> files, String name) {
        return files.isEmpty() ? "" : ", " + Units.count(files.size(), name);
    }
}
