package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import io.github.sammaven.core.container.docker.EngineMessage;
import io.github.sammaven.core.container.docker.Platforms;
import io.github.sammaven.core.container.docker.RegistryCredentials;
import io.github.sammaven.core.container.docker.Replies;
import io.github.sammaven.core.container.docker.TransferProgress;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.ImageUnavailableException;
import io.github.sammaven.core.problem.SamException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fetches images from registries. */
final class ImagePulls {

    private final RegistryCredentials credentials;

    ImagePulls(RegistryCredentials credentials) {
        this.credentials = credentials;
    }

    void pull(DockerClient client, String reference, Architecture architecture, Consumer<String> progress) {
        try {
            PullImageCmd pull = client.pullImageCmd(reference).withPlatform(Platforms.of(architecture));
            Optional<AuthConfig> login = credentials.of(reference);
            login.ifPresent(pull::withAuthConfig);
            TransferProgress told =
                    new TransferProgress(TransferProgress.Direction.PULL, reference, progress, System::nanoTime);
            pull.exec(new Replies<PullResponseItem>(told)).awaitEnd();
            String failure = told.failure();
            if (failure != null) {
                throw unavailable(reference, failure, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("The pull of " + reference + " was interrupted", "", e);
        } catch (DockerException | DockerClientException e) {
            throw unavailable(reference, EngineMessage.of(e), e);
        }
    }

    private static ImageUnavailableException unavailable(String reference, String said, @Nullable Throwable cause) {
        return new ImageUnavailableException(
                "The image " + reference + " cannot be pulled: " + said, wayOut(reference, said), cause);
    }

    private static String wayOut(String reference, String said) {
        boolean login = said.contains("credentials") || said.contains("denied") || said.contains("authorized");
        return login
                ? "Log in with: docker login " + RegistryCredentials.registryOf(reference)
                        + ", or name an image of this machine with -Dsam.invokeImage"
                : "Check the name and the network, or name an image of this machine with -Dsam.invokeImage";
    }
}
