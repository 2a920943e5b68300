package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ImageRemoval;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** Deletes in ECR. The client is made when it is first needed. */
public final class EcrImageRemoval implements ImageRemoval {

    private static final String SERVICE = "ecr";
    private static final String DIGEST = "sha256:";

    private final AwsClients clients;

    public EcrImageRemoval(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public List<String> tags(String account, String repository, String digest) {
        try {
            return clients
                    .ecr()
                    .describeImages(request -> request.registryId(account)
                            .repositoryName(repository)
                            .imageIds(identifier(digest)))
                    .imageDetails()
                    .stream()
                    .flatMap(image -> image.imageTags().stream())
                    .toList();
        } catch (RepositoryNotFoundException | ImageNotFoundException gone) {
            return List.of();
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, "images of " + repository + " cannot be read", failure);
        }
    }

    @Override
    public List<String> delete(String account, String repository, Set<String> names) {
        try {
            return clients
                    .ecr()
                    .batchDeleteImage(request -> request.registryId(account)
                            .repositoryName(repository)
                            .imageIds(names.stream()
                                    .map(EcrImageRemoval::identifier)
                                    .toList()))
                    .failures()
                    .stream()
                    .filter(failure -> failure.failureCode() != ImageFailureCode.IMAGE_NOT_FOUND)
                    .map(failure -> refusal(repository, failure))
                    .toList();
        } catch (RepositoryNotFoundException gone) {
            return List.of();
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, "images of " + repository + " cannot be deleted", failure);
        }
    }

    private static ImageIdentifier identifier(String name) {
        return name.startsWith(DIGEST)
                ? ImageIdentifier.builder().imageDigest(name).build()
                : ImageIdentifier.builder().imageTag(name).build();
    }

    private static String refusal(String repository, ImageFailure failure) {
        ImageIdentifier image = failure.imageId();
        String name = image.imageTag() == null ? "@" + image.imageDigest() : ":" + image.imageTag();
        return repository + name + " cannot be deleted: " + failure.failureReason();
    }
}
