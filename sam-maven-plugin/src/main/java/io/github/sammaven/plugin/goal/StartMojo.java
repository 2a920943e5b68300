package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.plugin.wiring.BackgroundServers;
import io.github.sammaven.plugin.wiring.LocalServer;
import io.github.sammaven.plugin.wiring.TransformedStacks;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the functions and APIs of the template in the background of the build, for integration tests, until
 * {@code stop} or the end of the build, successful or not. Sets the properties {@code sam.lambda.endpoint}, {@code sam.lambda.host} and
 * {@code sam.lambda.port} of the project, {@code sam.api.LOGICAL_ID} with the URL of each API, and
 * {@code sam.url.LOGICAL_ID} for each function with a URL.
 *
 * @since 1.0
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class StartMojo extends AbstractApiMojo {

    /**
     * Port of the first API of the template; further ones take the next numbers, 0 takes free ones. Default: 0.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.apiPort")
    private @Nullable Integer apiPort;

    /** Made by Maven. */
    @Inject
    public StartMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("local_start_lambda", settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        LocalServer server = serve(this::front, false, EndOfRun.AT_ONCE);
        new BackgroundServers(session).add(project.getId(), server);
        Properties properties = project.getProperties();
        ListenAddress lambda = server.lambdaAddress().orElseThrow();
        properties.setProperty("sam.lambda.endpoint", lambda.url());
        properties.setProperty("sam.lambda.host", lambda.host());
        properties.setProperty("sam.lambda.port", Integer.toString(lambda.port()));
        server.urlAddresses()
                .forEach((function, address) -> properties.setProperty("sam.url." + function, address.url()));
        server.apis().ifPresent(apis -> apis.served().forEach(served -> served.apis()
                .forEach(api -> properties.setProperty("sam.api." + api.id(), served.url()))));
        tell(server);
        server.apis().ifPresent(this::tell);
    }

    private Front front(TransformedStacks stacks, EventSink events) {
        List<LocalApi> apis = stacks.apis(events);
        ListenAddress first = new ListenAddress(host(), options().number("apiPort", apiPort, 0));
        return new Front(
                Optional.of(lambda(stacks, 0)),
                apis.isEmpty() ? Optional.empty() : Optional.of(apis(apis, first, Optional.empty())),
                0);
    }
}
