package io.github.sammaven.plugin.config;

import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.packaging.image.RepositoryUri;
import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.permission.DeploymentScope.Companion;
import io.github.sammaven.core.signing.SigningProfiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the options of package and deploy say of what a deployment touches. */
public final class DeploymentOptions {

    private DeploymentOptions() {}

    /** ARNs of the repositories in ECR with these addresses. */
    public static List<String> repositoryArns(Collection<String> addresses) {
        List<String> arns = new ArrayList<>();
        for (String address : addresses) {
            RepositoryUri.parse(address)
                    .flatMap(RepositoryUri::ecr)
                    .ifPresent(ecr -> arns.add("arn:${AWS::Partition}:ecr:" + ecr.region() + ":" + ecr.account()
                            + ":repository/" + ecr.name()));
        }
        return arns.stream().sorted().distinct().toList();
    }

    /** What the signing profiles are called, {@code name} or {@code name:account}. */
    public static List<String> signers(SigningProfiles profiles) {
        return profiles.byResource().values().stream()
                .map(profile -> profile.name()
                        + profile.owner().map(owner -> ":" + owner).orElse(""))
                .sorted()
                .distinct()
                .toList();
    }

    /** The companion stack {@code package} makes for images. */
    public static Optional<Companion> companion(boolean resolve, Path templateFile) {
        if (!resolve) {
            return Optional.empty();
        }
        CompanionNames names = CompanionNames.ofTemplate(templateFile);
        String repository = names.repositoryName("F");
        return Optional.of(new Companion(names.stackName(), repository.substring(0, repository.indexOf('/') + 1)));
    }

    /** A bucket that is named wins over the one shared with SAM CLI. */
    public static DeploymentScope scope(
            String stackName, Optional<String> bucket, Optional<String> prefix, boolean resolveS3) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix.orElse(""),
                resolveS3 && bucket.isEmpty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
