package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.deploy.DeployRequest;
import io.github.sammaven.plugin.wiring.Services;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The first half of {@code deploy}: creates a change set of what {@code package} wrote and shows it. Its ARN is written to
 * {@code target/sam/changeset.arn}, what it would do to {@code changeset.md} and {@code changeset.json} beside it. That there
 * is nothing to change is a success, and is written down too. A second run of the same content finds the same change set.
 *
 * @since 1.0
 */
@Mojo(name = "create-change-set", threadSafe = true)
public final class CreateChangeSetMojo extends AbstractDeployMojo {

    /** Made by Maven. */
    @Inject
    public CreateChangeSetMojo(SettingsDecrypter settingsDecrypter) {
        super(settingsDecrypter);
    }

    @Override
    void run() {
        try (Services services = services()) {
            DeployRequest request = request(services, false);
            plan(services, request);
        }
    }
}
