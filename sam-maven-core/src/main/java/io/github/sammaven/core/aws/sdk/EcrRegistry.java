package io.github.sammaven.core.aws.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.ImageRegistry;
import io.github.sammaven.core.aws.RegistryImage;
import io.github.sammaven.core.aws.RegistryToken;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** ECR. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class EcrRegistry implements ImageRegistry {

    private static final String SERVICE = "ecr";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> MANIFESTS = List.of(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.index.v1+json");

    private final AwsClients clients;
    private @Nullable RegistryToken token;

    public EcrRegistry(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public String region() {
        return clients.ecr().serviceClientConfiguration().region().id();
    }

    @Override
    public synchronized RegistryToken token() {
        RegistryToken known = token;
        if (known == null) {
            EcrClient ecr = clients.ecr();
            known = clients
                    .errors()
                    .calling(SERVICE, "there is no login to ECR", ecr::getAuthorizationToken)
                    .authorizationData()
                    .stream()
                    .findFirst()
                    .flatMap(EcrRegistry::read)
                    .orElseThrow(() -> new SamException("ECR gave no login that can be read", "try again", null));
            token = known;
        }
        return known;
    }

    /** User and password, parted by a colon, in Base64. */
    private static Optional<RegistryToken> read(AuthorizationData data) {
        String text = new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(
                        new RegistryToken(data.proxyEndpoint(), text.substring(0, colon), text.substring(colon + 1)));
    }

    @Override
    public Optional<RegistryImage> find(String account, String repository, String tag) {
        String what = "the repository " + repository + " cannot be read";
        try {
            BatchGetImageResponse answer = clients.ecr().batchGetImage(request -> request.registryId(account)
                    .repositoryName(repository)
                    .imageIds(ImageIdentifier.builder().imageTag(tag).build())
                    .acceptedMediaTypes(MANIFESTS));
            return answer.images().stream().findFirst().map(EcrRegistry::describe);
        } catch (RepositoryNotFoundException absent) {
            throw new SamException(
                    "there is no repository " + repository + " in ECR, account " + account + ", " + region(),
                    "create it: aws ecr create-repository --repository-name " + repository
                            + "\nor have one made for each function: -Dsam.resolveImageRepos",
                    absent);
        } catch (EcrException refused) {
            if (refused.awsErrorDetails() != null
                    && "AccessDeniedException".equals(refused.awsErrorDetails().errorCode())) {
                return Optional.empty();
            }
            throw clients.errors().translate(SERVICE, what, refused);
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, what, failure);
        }
    }

    private static RegistryImage describe(Image image) {
        String config;
        try {
            config = MAPPER.readTree(image.imageManifest())
                    .path("config")
                    .path("digest")
                    .asText();
        } catch (IOException e) {
            // Then it is not known to be the same, and is pushed.
            config = "";
        }
        return new RegistryImage(image.imageId().imageDigest(), config);
    }

    @Override
    public void deleteRepository(String repository) {
        String what = "the repository " + repository + " cannot be deleted";
        try {
            clients.ecr().deleteRepository(request -> request.repositoryName(repository)
                    .force(true));
        } catch (RepositoryNotFoundException gone) {
            return;
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, what, failure);
        }
    }
}
