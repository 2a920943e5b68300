package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.plugin.wiring.Foreground;
import io.github.sammaven.plugin.wiring.LocalServer;
import io.github.sammaven.plugin.wiring.TransformedStacks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the REST, HTTP and WebSocket APIs of the template, each on a port of its own, as API Gateway does, and each
 * function URL, until it is stopped with Ctrl-C. A console page shows functions, routes and the last requests. Code is
 * taken from the running build; functions take over what is compiled meanwhile.
 *
 * @since 1.0
 */
@Mojo(name = "start-api", threadSafe = true)
public final class StartApiMojo extends AbstractApiMojo {

    private static final int PORT = 3000;
    private static final int URL_PORT = 3500;

    /**
     * Whether there is a console page. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.console")
    private @Nullable Boolean console;

    /**
     * Port of the console page, which listens on the loopback interface only; 0 takes a free one. Default: 3999, or a free
     * one if that is taken.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.consolePort")
    private @Nullable Integer consolePort;

    /** Made by Maven. */
    @Inject
    public StartApiMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("local_start_api", settingsDecrypter, dependenciesResolver);
    }

    @Override
    void run() {
        Foreground foreground = new Foreground();
        LocalServer server = foreground.start(end -> serve(this::front, true, end));
        foreground.until(server::close, () -> {
            tell(server.apis().orElseThrow());
            server.urlAddresses()
                    .forEach((function, address) -> getLog().info("Function URL " + address.url() + "/   " + function));
            getLog().info("Stop with Ctrl-C");
        });
    }

    private Front front(TransformedStacks stacks, EventSink events) {
        List<LocalApi> apis = stacks.apis(events);
        if (apis.isEmpty() && !stacks.refusals().isEmpty()) {
            throw new InvalidTemplateException(stacks.refusals());
        }
        if (apis.isEmpty() && stacks.urls().isEmpty()) {
            throw new InvalidOptionException(
                    "The template has no API, and no function URL",
                    "Give a function an event of type Api or HttpApi, or a FunctionUrlConfig; sam:start-lambda serves"
                            + " functions without either");
        }
        if (apis.stream().allMatch(api -> api.routes().isEmpty())
                && stacks.urls().isEmpty()) {
            throw new InvalidOptionException(
                    "No API of the template has a route that can be served", "The warnings above say why");
        }
        return new Front(
                Optional.empty(), Optional.of(apis(apis, new ListenAddress(host(), port(PORT)), page())), URL_PORT);
    }

    private Optional<OptionalInt> page() {
        if (!options().flag("console", console, true)) {
            return Optional.empty();
        }
        int given = options().number("consolePort", consolePort, -1);
        return Optional.of(given < 0 ? OptionalInt.empty() : OptionalInt.of(given));
    }
}
