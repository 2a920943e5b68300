package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.local.functionurl.FunctionUrl;
import io.github.sammaven.core.local.functionurl.FunctionUrlServer;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.lambdaapi.AsyncOptions;
import io.github.sammaven.core.local.lambdaapi.LambdaApi;
import io.github.sammaven.core.local.runner.ChosenFunctionRunner;
import io.github.sammaven.core.local.serve.FunctionSource;
import io.github.sammaven.core.local.serve.HotReload;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that serves the functions of a template, from its first listener to its end. */
public final class LocalServer implements AutoCloseable {

    /** What calls under way get to end. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FunctionService functions;
    private final Optional<LambdaApi> lambda;
    private final Map<String, ListenAddress> urls;
    private final Optional<ApiServers> apis;
    private final Deque<AutoCloseable> parts;

    private LocalServer(
            FunctionService functions,
            Optional<LambdaApi> lambda,
            Map<String, ListenAddress> urls,
            Optional<ApiServers> apis,
            Deque<AutoCloseable> parts) {
        this.functions = functions;
        this.lambda = lambda;
        this.urls = urls;
        this.apis = apis;
        this.parts = parts;
    }

    /**
     * What is served, and how.
     *
     * @param source the functions
     * @param runner runs them; closed with the server
     * @param pool how many environments each has
     * @param host to listen on
     * @param lambda the Lambda endpoint; empty for none
     * @param urls function URLs; those of functions that are not served are left out
     * @param apis the APIs; empty for none
     * @param watched empty if changes are not to be looked for
     */
    public record Settings(
            FunctionSource source,
            ChosenFunctionRunner runner,
            PoolOptions pool,
            String host,
            Optional<Lambda> lambda,
            Urls urls,
            Optional<ApiServers.Settings> apis,
            Optional<HotReload.Watched> watched) {}

    /**
     * The Lambda endpoint.
     *
     * @param port 0 for a free one
     * @param region for ARNs
     * @param aliases that functions may be called by
     */
    public record Lambda(int port, String region, FunctionAliases aliases) {}

    /**
     * The function URLs.
     *
     * @param firstPort of the first one, further ones have the next numbers; 0 for free ones
     * @param unsignedAllowed whether requests without a signature pass where {@code AWS_IAM} is asked for
     */
    public record Urls(List<FunctionUrl> all, int firstPort, boolean unsignedAllowed) {

        private ListenAddress address(String host, int position) {
            return new ListenAddress(host, firstPort == 0 ? 0 : firstPort + position);
        }
    }

    /**
     * Starts all of it, or nothing.
     *
     * @param log receives what functions print
     * @param events receives requests, reloads and warnings
     */
    public static LocalServer start(Settings settings, FunctionLog log, EventSink events) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        parts.push(settings.runner());
        try {
            FunctionSource.Loaded loaded = settings.source().load(Set.of());
            FunctionService functions = FunctionService.open(
                    loaded.catalog(), loaded.functions(), settings.runner(), new CallByCallLogs(log), settings.pool());
            parts.push(functions);
            Optional<LambdaApi> lambda =
                    settings.lambda().map(endpoint -> lambda(endpoint, settings, functions, events));
            lambda.ifPresent(api -> parts.push(() -> api.stop(GRACE)));
            Optional<ApiServers> apis = settings.apis()
                    .map(wanted -> ApiServers.start(wanted, functions, events, Clock.systemDefaultZone()));
            apis.ifPresent(servers -> parts.push(() -> servers.stop(GRACE)));
            Map<String, ListenAddress> urls = new LinkedHashMap<>();
            for (FunctionUrl url : settings.urls().all()) {
                if (functions.pool(url.function()).isPresent()) {
                    FunctionUrlServer server = FunctionUrlServer.start(
                            settings.urls().address(settings.host(), urls.size()),
                            url,
                            functions,
                            settings.urls().unsignedAllowed(),
                            events,
                            Clock.systemDefaultZone());
                    parts.push(() -> server.stop(GRACE));
                    urls.put(url.function(), server.address());
                }
            }
            settings.watched()
                    .ifPresent(watched -> parts.push(HotReload.start(
                            settings.source(),
                            loaded,
                            functions,
                            watched.then(() -> apis.ifPresent(ApiServers::functionsChanged)),
                            events,
                            Pauser.REAL)));
            return new LocalServer(functions, lambda, urls, apis, parts);
        } catch (RuntimeException e) {
            try {
                Closing.all(parts);
            } catch (IllegalStateException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    private static LambdaApi lambda(Lambda endpoint, Settings settings, FunctionService functions, EventSink events) {
        return LambdaApi.start(
                new ListenAddress(settings.host(), endpoint.port()),
                new LambdaApi.Content(
                        functions,
                        endpoint.aliases(),
                        endpoint.region(),
                        AsyncOptions.of(settings.pool().max())),
                events,
                Clock.systemDefaultZone());
    }

    /** Of the Lambda endpoint, if there is one. */
    public Optional<ListenAddress> lambdaAddress() {
        return lambda.map(LambdaApi::address);
    }

    /** The APIs, if they are served. */
    public Optional<ApiServers> apis() {
        return apis;
    }

    /** Of the function URLs, by logical id of the function. */
    public Map<String, ListenAddress> urlAddresses() {
        return urls;
    }

    public List<LocalFunction> functions() {
        return functions.functions();
    }

    /** Refuses new requests, lets those under way end, and ends all environments. Does nothing the second time. */
    @Override
    public synchronized void close() {
        List<AutoCloseable> open = List.copyOf(parts);
        parts.clear();
        Closing.all(open);
    }
}
