package io.github.sammaven.plugin.goal;

import io.github.sammaven.plugin.wiring.BackgroundServers;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Ends what {@code start} serves: calls under way get 5 s to end.
 *
 * @since 1.0
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class StopMojo extends AbstractSamMojo {

    /** Made by Maven. */
    @Inject
    public StopMojo(SettingsDecrypter settingsDecrypter) {
        super("local_start_lambda", settingsDecrypter);
    }

    @Override
    void run() {
        boolean stopped = new BackgroundServers(session).stop(project.getId());
        getLog().info(stopped ? "Stopped" : "Nothing to stop");
    }
}
