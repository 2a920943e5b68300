package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.local.apigateway.ApiGateway;
import io.github.sammaven.core.local.apigateway.GatewayAuthorizers;
import io.github.sammaven.core.local.apigateway.GatewaySettings;
import io.github.sammaven.core.local.apigateway.authorize.AuthorizeSettings;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteLabel;
import io.github.sammaven.core.local.console.ConsoleContent;
import io.github.sammaven.core.local.console.ConsoleServer;
import io.github.sammaven.core.local.console.EventShelf;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ServerCertificate;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.journal.RecentRequests;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.template.LocalValues;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The APIs of a template on their ports, and the page that shows what they do. */
public final class ApiServers {

    private final ApiGateway gateway;
    private final GatewayAuthorizers authorizers;
    private final Optional<ConsoleServer> console;

    private ApiServers(ApiGateway gateway, GatewayAuthorizers authorizers, Optional<ConsoleServer> console) {
        this.gateway = gateway;
        this.authorizers = authorizers;
        this.console = console;
    }

    /**
     * What is served, and how.
     *
     * @param apis of all stacks
     * @param merged whether they share one listener
     * @param address of the first listener
     * @param certificate empty for plain text
     * @param staticFolder empty for none
     * @param authorize how strict authorizers are, and whose answers are given
     * @param console empty for no page
     */
    public record Settings(
            List<LocalApi> apis,
            boolean merged,
            ListenAddress address,
            Optional<ServerCertificate> certificate,
            Optional<Path> staticFolder,
            AuthorizeSettings authorize,
            Optional<Console> console) {}

    /**
     * The page.
     *
     * @param port empty for the usual one, or a free one if that is taken
     * @param title name of the project
     * @param events folder of saved events
     */
    public record Console(OptionalInt port, String title, Path events) {}

    static ApiServers start(Settings settings, FunctionService functions, EventSink events, Clock clock) {
        RecentRequests requests = new RecentRequests();
        GatewayAuthorizers authorizers =
                new GatewayAuthorizers(settings.authorize(), functions, LocalValues.DEFAULT_ACCOUNT, clock);
        ApiGateway gateway = ApiGateway.start(new GatewaySettings(
                settings.apis(),
                settings.merged(),
                settings.authorize().compatibility(),
                settings.address(),
                settings.certificate(),
                settings.staticFolder(),
                settings.authorize().region(),
                LocalValues.DEFAULT_ACCOUNT,
                functions,
                authorizers::of,
                authorizers.webSockets(),
                requests,
                events,
                clock));
        try {
            return new ApiServers(
                    gateway,
                    authorizers,
                    settings.console()
                            .map(page -> open(
                                    page,
                                    new ConsoleContent(
                                            page.title(),
                                            functions,
                                            entries(gateway),
                                            requests,
                                            new EventShelf(page.events())),
                                    clock)));
        } catch (RuntimeException e) {
            gateway.stop(Duration.ZERO);
            throw e;
        }
    }

    private static ConsoleServer open(Console page, ConsoleContent content, Clock clock) {
        if (page.port().isPresent()) {
            try {
                return ConsoleServer.start(page.port().getAsInt(), content, clock);
            } catch (SamException e) {
                Problem why = e.problems().get(0);
                throw new SamException("Console page: " + why.message(), why.suggestion(), e);
            }
        }
        try {
            return ConsoleServer.start(ConsoleServer.DEFAULT_PORT, content, clock);
        } catch (SamException taken) {
            return ConsoleServer.start(0, content, clock);
        }
    }

    private static List<ConsoleContent.Entry> entries(ApiGateway gateway) {
        List<ConsoleContent.Entry> entries = new ArrayList<>();
        for (ApiGateway.Served served : gateway.served()) {
            for (LocalApi api : served.apis()) {
                for (Route route : api.routes()) {
                    entries.add(new ConsoleContent.Entry(
                            api.id(),
                            route.method(),
                            route.path(),
                            new RouteLabel(route).answeredBy(),
                            new RouteLabel(route).access(),
                            link(served.url(), route)));
                }
            }
        }
        return entries;
    }

    private static Optional<String> link(String url, Route route) {
        boolean followed = (route.method().equals("GET") || route.method().equals(Route.ANY))
                && !route.path().contains("{");
        return followed ? Optional.of(url + route.path()) : Optional.empty();
    }

    /** In the order of the ports. */
    public List<ApiGateway.Served> served() {
        return gateway.served();
    }

    /** Of the page, if there is one. */
    public Optional<String> consoleUrl() {
        return console.map(ConsoleServer::url);
    }

    /** Answers of authorizer functions count no longer. */
    void functionsChanged() {
        authorizers.forget();
    }

    void stop(Duration grace) {
        gateway.stop(grace);
        console.ifPresent(page -> page.stop(Duration.ZERO));
    }
}
