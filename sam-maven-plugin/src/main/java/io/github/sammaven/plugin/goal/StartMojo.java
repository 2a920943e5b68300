package io.github.sammaven.plugin.goal;

import io.github.sammaven.plugin.wiring.BackgroundServers;
import io.github.sammaven.plugin.wiring.LocalServer;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Serves the functions of the template in the background of the build, for integration tests, until {@code stop} or the
 * end of the build, successful or not. Sets the properties {@code sam.lambda.endpoint}, {@code sam.lambda.host} and
 * {@code sam.lambda.port} of the project, and {@code sam.url.LOGICAL_ID} for each function with a URL.
 *
 * @since 1.0
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class StartMojo extends AbstractServeMojo {

    /** Made by Maven. */
    @Inject
    public StartMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super(settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        LocalServer server = serve(new Ports(0, 0), false);
        new BackgroundServers(session).add(project.getId(), server);
        Properties properties = project.getProperties();
        properties.setProperty("sam.lambda.endpoint", server.lambdaAddress().url());
        properties.setProperty("sam.lambda.host", server.lambdaAddress().host());
        properties.setProperty(
                "sam.lambda.port", Integer.toString(server.lambdaAddress().port()));
        server.urlAddresses()
                .forEach((function, address) -> properties.setProperty("sam.url." + function, address.url()));
        tell(server);
    }
}
