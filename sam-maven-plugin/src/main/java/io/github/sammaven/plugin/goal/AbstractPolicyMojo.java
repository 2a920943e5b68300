package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.signing.SigningProfiles;
import io.github.sammaven.plugin.config.DeploymentOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that writes what a deployment needs to be allowed. */
abstract class AbstractPolicyMojo extends AbstractSamMojo {

    /**
     * KMS key that encrypts the uploaded archives. Default: the keys of S3.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.kmsKeyId")
    private @Nullable String kmsKeyId;

    /**
     * SNS topics that receive the stack's events.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.notificationArns")
    private @Nullable List<String> notificationArns;

    /**
     * Profiles of AWS Signer by function or layer, as {@code package} takes them.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> signingProfiles;

    /**
     * Repository that receives the images of all functions.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.imageRepository")
    private @Nullable String imageRepository;

    /**
     * Repositories by function, as {@code package} takes them.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> imageRepositories;

    /**
     * Whether repositories are made in the companion stack. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resolveImageRepos")
    private @Nullable Boolean resolveImageRepos;

    AbstractPolicyMojo(String command, SettingsDecrypter settingsDecrypter) {
        super(command, settingsDecrypter);
    }

    /** With the keys, repositories, profiles and topics that {@code package} and {@code deploy} work with. */
    final DeploymentScope withTargets(DeploymentScope scope) {
        return scope.withKmsKey(options().text("kmsKeyId", kmsKeyId))
                .withImages(
                        DeploymentOptions.repositoryArns(repositories()),
                        DeploymentOptions.companion(
                                options().flag("resolveImageRepos", resolveImageRepos, false), templateFile()))
                .withSigning(DeploymentOptions.signers(
                        SigningProfiles.of(options().map("signingProfiles", "signingProfile", signingProfiles))))
                .withTopics(options().list("notificationArns", notificationArns));
    }

    private Collection<String> repositories() {
        List<String> all = new ArrayList<>(options()
                .map("imageRepositories", "imageRepository", imageRepositories)
                .values());
        options().text("imageRepository", imageRepository).ifPresent(all::add);
        return all;
    }
}
