package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactVersions;
import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.serve.FunctionSource;
import io.github.sammaven.core.local.serve.HotReload;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.reactor.ReactorModules;
import io.github.sammaven.plugin.wiring.LocalServer;
import java.util.List;
import java.util.Optional;
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
     * Port of the Lambda endpoint; 0 takes a free one. Default: 3001 for {@code start-lambda}, 0 for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.port")
    private @Nullable Integer port;

    /**
     * The functions to serve, by logical id, name or ARN; one that the template does not have is an error. Default: all
     * that can run here.
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
     * Whether functions take over new code, and settings of the template, as soon as they change. Default: {@code true}
     * for {@code start-lambda}, {@code false} for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.watch")
    private @Nullable Boolean watch;

    private final ProjectDependenciesResolver dependenciesResolver;

    AbstractServeMojo(SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver dependenciesResolver) {
        super("local_start_lambda", settingsDecrypter);
        this.dependenciesResolver = dependenciesResolver;
    }

    /**
     * Starts all endpoints.
     *
     * @param defaultPort of the Lambda endpoint
     * @param watchByDefault whether changes are looked for if nothing else is said
     */
    final LocalServer serve(int defaultPort, boolean watchByDefault) {
        EventSink events = new ConsoleSink(getLog());
        PoolOptions defaults = PoolOptions.of(WarmMode.LAZY);
        PoolOptions pool = new PoolOptions(
                options().choice("warm", warm, defaults.warm()),
                options().number("minEnvironments", minEnvironments, defaults.min()),
                options().number("maxEnvironments", maxEnvironments, defaults.max()));
        ListenAddress address = new ListenAddress(
                options().text("host", host).orElse(ListenAddress.LOOPBACK),
                options().number("port", port, defaultPort));
        boolean watching = options().flag("watch", watch, watchByDefault);
        LocalServer.Settings settings = new LocalServer.Settings(
                source(events),
                runner(events),
                pool,
                address,
                offlineRegion(),
                aliases(events),
                watching ? Optional.of(new HotReload.Watched(templateFile(), buildDirectory())) : Optional.empty());
        return LocalServer.start(settings, FunctionConsole.ofProcess(), events);
    }

    private FunctionSource source(EventSink events) {
        GivenVariables given = givenVariables();
        return new FunctionSource(
                this::catalog,
                options().list("functions", functions),
                new ArtifactVersions(
                        new ReactorModules(session, project, dependenciesResolver),
                        buildDirectory(),
                        samFolder().local()),
                (catalog, artifacts) -> functions(catalog, artifacts, given, events),
                events);
    }

    /** Those SAM makes are in the transformed template only. */
    private FunctionAliases aliases(EventSink events) {
        Template template = template();
        TransformResult transformed = new SamTransformer()
                .transform(
                        template,
                        TransformOptions.offline(offlineRegion(), parameters()).withLocalFiles());
        transformed.problems().forEach(problem -> events.accept(new Warning(problem)));
        return transformed
                .template()
                .map(result ->
                        FunctionAliases.of(result, resolver(result), FunctionCatalog.of(template, resolver(template))))
                .orElseGet(FunctionAliases::none);
    }

    /** Says where what is served. */
    final void tell(LocalServer server) {
        getLog().info("Lambda " + server.lambdaAddress().url());
        server.functions().forEach(function -> getLog().info("  " + function.name()));
    }
}
