package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.local.lambdaapi.LambdaApi;
import io.github.sammaven.plugin.wiring.Foreground;
import io.github.sammaven.plugin.wiring.LocalServer;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Serves the functions of the template as the Lambda API does, for clients of the AWS SDKs and the AWS CLI, and
 * each function URL on a port of its own, until it is stopped with Ctrl-C. Code is taken from the running build; functions take over what is compiled meanwhile.
 *
 * @since 1.0
 */
@Mojo(name = "start-lambda", threadSafe = true)
public final class StartLambdaMojo extends AbstractServeMojo {

    /** Made by Maven. */
    @Inject
    public StartLambdaMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("local_start_lambda", settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        Foreground foreground = new Foreground();
        LocalServer server = foreground.start(end -> serve(
                (stacks, events) -> new Front(
                        Optional.of(lambda(stacks, LambdaApi.DEFAULT_PORT)),
                        Optional.empty(),
                        LambdaApi.DEFAULT_PORT + 1),
                true,
                end));
        foreground.until(server::close, () -> {
            tell(server);
            String url = server.lambdaAddress().orElseThrow().url();
            getLog().info("AWS CLI: aws lambda invoke --endpoint-url " + url
                    + " ...   SDK for Java: .endpointOverride(URI.create(\"" + url + "\"))   stop with Ctrl-C");
        });
    }
}
