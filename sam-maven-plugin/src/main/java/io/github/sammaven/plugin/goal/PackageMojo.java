package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.PackageRequest;
import io.github.sammaven.core.packaging.PackagedFile;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.packaging.PackagedText;
import io.github.sammaven.core.packaging.loop.LoopExpansion;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
import java.io.IOException;
import java.nio.file.Files;
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
        StackTree stacks = stacks(template());
        FunctionCatalog catalog = FunctionCatalog.ofAll(unrolled(stacks));
        List<BuiltArtifact> artifacts = builder().build(catalog);
        remember(artifacts);
        Path target = packagedTemplate();
        try (Services services = services()) {
            Optional<ArtifactStore> store =
                    bucket.map(choice -> services.artifactStore(artifactBucket(choice.name(services::managedBucket))));
            PackagedTemplate packaged = services.packager(store)
                    .pack(new PackageRequest(
                            stacks,
                            catalog.functions(),
                            artifacts,
                            Map.of(),
                            samFolder().archives(),
                            target,
                            packageOptions()));
            new PackagedText().write(packaged.template(), target);
            projectHelper.attachArtifact(project, extension(target), "sam", target.toFile());
            getLog().info(summary(packaged, store) + "  ->  " + basedir().relativize(target));
        }
    }

    /** With loops unrolled, for the build alone; the packaged template keeps them. */
    private StackTree unrolled(StackTree stacks) {
        Template template = stacks.root().template();
        Template unrolled = new LoopExpansion(stacks.root().resolver()).expand(template);
        return unrolled.equals(template) ? stacks : stacks(unrolled);
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
                false);
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
