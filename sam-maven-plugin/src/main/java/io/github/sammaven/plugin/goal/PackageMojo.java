package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.PackageRequest;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFile;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.Units;
import io.github.sammaven.plugin.wiring.Services;
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
 * alone, so that a run that changes nothing uploads nothing. The packaged template, {@code target/sam/packaged.yaml}, is
 * attached to the project with the classifier {@code sam}. Templates of nested stacks are not uploaded; their functions are
 * laid out for local runs.
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
        Template template = template();
        StackTree stacks = stacks(template);
        FunctionCatalog catalog = FunctionCatalog.ofAll(stacks);
        FunctionCatalog own = catalog.inStack(stacks.root().path());
        List<BuiltArtifact> artifacts = artifacts(stacks, catalog, own);
        Path target = samFolder().packagedTemplate();
        try (Services services = services()) {
            Optional<ArtifactStore> store =
                    bucket.map(choice -> services.artifactStore(artifactBucket(choice.name(services::managedBucket))));
            PackagedTemplate packaged = services.packager(store)
                    .pack(new PackageRequest(
                            template, own.functions(), artifacts, samFolder().archives(), target, packageOptions()));
            new TemplateFile().write(packaged.template().root(), target);
            projectHelper.attachArtifact(project, "yaml", "sam", target.toFile());
            getLog().info(summary(packaged, store) + "  ->  " + basedir().relativize(target));
        }
    }

    /**
     * Those of the template itself. Those of nested stacks are laid out for local runs alone: what is wrong with them
     * stops no package.
     */
    private List<BuiltArtifact> artifacts(StackTree stacks, FunctionCatalog catalog, FunctionCatalog own) {
        ArtifactBuilder builder = builder();
        List<BuiltArtifact> artifacts = builder.build(own);
        List<BuiltArtifact> all = new ArrayList<>(artifacts);
        List<Problem> problems = new ArrayList<>(stacks.problems());
        for (Stack stack : stacks.stacks().subList(1, stacks.stacks().size())) {
            try {
                all.addAll(builder.build(catalog.inStack(stack.path())));
            } catch (InvalidTemplateException cannotBuild) {
                problems.addAll(cannotBuild.problems());
            }
        }
        new ProblemLines(getLog())
                .all(problems.stream()
                        .map(problem -> Problem.warning(problem.mark(), problem.message(), problem.suggestion()))
                        .toList());
        remember(all);
        return artifacts;
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
        int all = packaged.archives().size();
        if (store.isEmpty()) {
            return Units.count(all, "archive") + " packaged, nothing uploaded";
        }
        long uploaded = packaged.archives().stream()
                .filter(archive -> archive.outcome() == ArtifactPackaged.Outcome.UPLOADED)
                .count();
        return uploaded + " of " + all + " archives uploaded to s3://"
                + store.get().bucket();
    }
}
