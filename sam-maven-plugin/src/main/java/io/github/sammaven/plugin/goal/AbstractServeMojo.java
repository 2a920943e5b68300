package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactVersions;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.serve.FunctionSource;
import io.github.sammaven.core.local.serve.HotReload;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.reactor.ReactorModules;
import io.github.sammaven.plugin.wiring.ApiServers;
import io.github.sammaven.plugin.wiring.LocalServer;
import io.github.sammaven.plugin.wiring.TransformedStacks;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that serves functions on ports of this machine. */
abstract class AbstractServeMojo extends AbstractFunctionMojo {

    /**
     * Address or name of the interface to listen on. Nothing checks who calls: leave it at the loopback interface
     * unless others may. Default: {@code 127.0.0.1}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.host")
    private @Nullable String host;

    /**
     * Port of the Lambda endpoint, or of the first API for {@code start-api}, where further APIs take the next numbers; 0
     * takes free ones. Default: 3001 for {@code start-lambda}, 3000 for {@code start-api}, 0 for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.port")
    private @Nullable Integer port;

    /**
     * Port of the first function URL of the template; further ones take the next numbers, 0 takes free ones. Default: 3002
     * for {@code start-lambda}, 3500 for {@code start-api}, 0 for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.urlPort")
    private @Nullable Integer urlPort;

    /**
     * Whether requests without a signature pass where AWS asks for one: routes with {@code AWS_IAM}, function URLs, and
     * {@code @connections}. Default: {@code false}, they are answered 403.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.allowUnsigned")
    private @Nullable Boolean allowUnsigned;

    /**
     * The functions to serve, by logical id, name or ARN, or as {@code Child/Function} in a nested stack; one that is not
     * there is an error. Default: all that can run here.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.functions")
    private @Nullable List<String> functions;

    /**
     * When execution environments are made, and whether they are kept: {@code lazy} at the first call, {@code eager}
     * before it, {@code none} for a new one with every call. Default: {@code lazy}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.warm")
    private @Nullable String warm;

    /**
     * How many environments each function has before its first call with {@code eager}. Default: 1.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.minEnvironments")
    private @Nullable Integer minEnvironments;

    /**
     * How many environments each function has at most: so many calls run at the same time, further ones wait. Default:
     * 10.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxEnvironments")
    private @Nullable Integer maxEnvironments;

    /**
     * Whether functions take over new code, and settings of the template, as soon as they change; new routes need a new
     * start. Default: {@code true} for {@code start-lambda} and {@code start-api}, {@code false} for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.watch")
    private @Nullable Boolean watch;

    private final ProjectDependenciesResolver dependenciesResolver;

    AbstractServeMojo(
            String command, SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super(command, settingsDecrypter);
        this.dependenciesResolver = dependenciesResolver;
    }

    /**
     * What a goal serves besides function URLs.
     *
     * @param lambda the Lambda endpoint; empty for none
     * @param apis the APIs; empty for none
     * @param firstUrlPort of the function URLs if nothing else is said
     */
    record Front(Optional<LocalServer.Lambda> lambda, Optional<ApiServers.Settings> apis, int firstUrlPort) {}

    /**
     * Starts all endpoints.
     *
     * @param front of the stacks that are served
     * @param watchByDefault whether changes are looked for if nothing else is said
     * @param end when no environment may be left
     */
    final LocalServer serve(
            BiFunction<TransformedStacks, EventSink, Front> front, boolean watchByDefault, EndOfRun end) {
        EventSink events = new ConsoleSink(getLog());
        StackTree tree = stacks(template());
        tellRemote(tree, events);
        TransformedStacks stacks = TransformedStacks.of(tree, FunctionCatalog.of(tree), events);
        Front wanted = front.apply(stacks, events);
        boolean watching = options().flag("watch", watch, watchByDefault);
        LocalServer.Settings settings = new LocalServer.Settings(
                source(events),
                runner(events, end),
                pool(),
                host(),
                wanted.lambda(),
                new LocalServer.Urls(
                        stacks.urls(), options().number("urlPort", urlPort, wanted.firstUrlPort()), unsignedAllowed()),
                wanted.apis(),
                watching ? Optional.of(new HotReload.Watched(templateFile(), buildDirectory())) : Optional.empty());
        return LocalServer.start(settings, FunctionConsole.ofProcess(), events);
    }

    final String host() {
        return options().text("host", host).orElse(ListenAddress.LOOPBACK);
    }

    /** Of the first endpoint of the goal. */
    final int port(int otherwise) {
        return options().number("port", port, otherwise);
    }

    final boolean unsignedAllowed() {
        return options().flag("allowUnsigned", allowUnsigned, false);
    }

    final LocalServer.Lambda lambda(TransformedStacks stacks, int defaultPort) {
        return new LocalServer.Lambda(port(defaultPort), offlineRegion(), stacks.aliases());
    }

    private PoolOptions pool() {
        PoolOptions defaults = PoolOptions.of(WarmMode.LAZY);
        return new PoolOptions(
                options().choice("warm", warm, defaults.warm()),
                options().number("minEnvironments", minEnvironments, defaults.min()),
                options().number("maxEnvironments", maxEnvironments, defaults.max()));
    }

    private FunctionSource source(EventSink events) {
        GivenVariables given = givenVariables();
        return new FunctionSource(
                () -> unrolled(stacks(template())),
                options().list("functions", functions),
                new ArtifactVersions(
                        new ReactorModules(session, project, dependenciesResolver),
                        buildDirectory(),
                        samFolder().local()),
                (catalog, artifacts) -> functions(catalog, artifacts, given, events),
                events);
    }

    /** Says where what is served. */
    final void tell(LocalServer server) {
        server.lambdaAddress().ifPresent(address -> getLog().info("Lambda " + address.url()));
        server.functions().forEach(function -> getLog().info("  " + function.name() + url(server, function.name())));
    }

    private static String url(LocalServer server, String function) {
        return Optional.ofNullable(server.urlAddresses().get(function))
                .map(address -> "   function URL " + address.url() + "/")
                .orElse("");
    }
}
