package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.AuthConfig;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.ImageUnavailableException;
import io.github.sammaven.core.problem.SamException;
import java.util.Optional;

/** Fetches images from registries. */
final class ImagePulls {

    private final RegistryCredentials credentials;

    ImagePulls(RegistryCredentials credentials) {
        this.credentials = credentials;
    }

    void pull(DockerClient client, String reference, Architecture architecture) {
        try {
            PullImageCmd pull = client.pullImageCmd(reference).withPlatform(Platforms.of(architecture));
            Optional<AuthConfig> login = credentials.of(reference);
            login.ifPresent(pull::withAuthConfig);
            pull.exec(new PullImageResultCallback()).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("The pull of " + reference + " was interrupted", "", e);
        } catch (RuntimeException e) {
            String said = EngineMessage.of(e);
            throw new ImageUnavailableException(
                    "The image " + reference + " cannot be pulled: " + said, wayOut(reference, said), e);
        }
    }

    private static String wayOut(String reference, String said) {
        boolean login = said.contains("credentials") || said.contains("denied") || said.contains("authorized");
        return login
                ? "Log in with: docker login " + RegistryCredentials.registryOf(reference)
                        + ", or name an image of this machine with -Dsam.invokeImage"
                : "Check the name and the network, or name an image of this machine with -Dsam.invokeImage";
    }
}
