package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactVersions;
import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.functionurl.FunctionUrl;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.serve.FunctionSource;
import io.github.sammaven.core.local.serve.HotReload;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.reactor.ReactorModules;
import io.github.sammaven.plugin.wiring.LocalServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * Port of the first function URL of the template; further ones take the next numbers, 0 takes free ones. Default: 3002
     * for {@code start-lambda}, 0 for {@code start}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.urlPort")
    private @Nullable Integer urlPort;

    /**
     * Whether requests without a signature pass at function URLs with {@code AuthType: AWS_IAM}. What a signature says
     * is never checked. Default: {@code false}, they are answered 403.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.allowUnsignedUrls")
    private @Nullable Boolean allowUnsignedUrls;

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
     * @param ports of the endpoints if nothing else is said
     * @param watchByDefault whether changes are looked for if nothing else is said
     */
    final LocalServer serve(Ports ports, boolean watchByDefault) {
        EventSink events = new ConsoleSink(getLog());
        StackTree stacks = stacks(template());
        tellRemote(stacks, events);
        FunctionCatalog catalog = FunctionCatalog.of(stacks);
        Map<String, Template> transformed = transformed(stacks, events);
        ListenAddress address = new ListenAddress(
                options().text("host", host).orElse(ListenAddress.LOOPBACK),
                options().number("port", port, ports.lambda()));
        boolean watching = options().flag("watch", watch, watchByDefault);
        LocalServer.Settings settings = new LocalServer.Settings(
                source(events),
                runner(events),
                pool(),
                address,
                urls(stacks, transformed, catalog, ports.firstUrl()),
                offlineRegion(),
                aliases(stacks, transformed, catalog),
                watching ? Optional.of(new HotReload.Watched(templateFile(), buildDirectory())) : Optional.empty());
        return LocalServer.start(settings, FunctionConsole.ofProcess(), events);
    }

    /** Ports of the Lambda endpoint and of the first function URL; 0 for a free one. */
    record Ports(int lambda, int firstUrl) {}

    private PoolOptions pool() {
        PoolOptions defaults = PoolOptions.of(WarmMode.LAZY);
        return new PoolOptions(
                options().choice("warm", warm, defaults.warm()),
                options().number("minEnvironments", minEnvironments, defaults.min()),
                options().number("maxEnvironments", maxEnvironments, defaults.max()));
    }

    private LocalServer.Urls urls(
            StackTree stacks, Map<String, Template> transformed, FunctionCatalog catalog, int defaultPort) {
        return new LocalServer.Urls(
                stacks.stacks().stream()
                        .filter(stack -> transformed.containsKey(stack.path()))
                        .flatMap(stack -> {
                            Template result = transformed.get(stack.path());
                            return FunctionUrl.of(
                                    result, new TemplateResolver(result, stack.values()), catalog.inStack(stack.path()))
                                    .stream();
                        })
                        .toList(),
                options().number("urlPort", urlPort, defaultPort),
                options().flag("allowUnsignedUrls", allowUnsignedUrls, false));
    }

    private FunctionSource source(EventSink events) {
        GivenVariables given = givenVariables();
        return new FunctionSource(
                () -> stacks(template()),
                options().list("functions", functions),
                new ArtifactVersions(
                        new ReactorModules(session, project, dependenciesResolver),
                        buildDirectory(),
                        samFolder().local()),
                (catalog, artifacts) -> functions(catalog, artifacts, given, events),
                events);
    }

    private static FunctionAliases aliases(
            StackTree stacks, Map<String, Template> transformed, FunctionCatalog catalog) {
        return stacks.stacks().stream()
                .filter(stack -> transformed.containsKey(stack.path()))
                .map(stack -> {
                    Template result = transformed.get(stack.path());
                    return FunctionAliases.of(
                            result, new TemplateResolver(result, stack.values()), catalog.inStack(stack.path()));
                })
                .reduce(FunctionAliases.none(), FunctionAliases::and);
    }

    /** By path of the stack. The aliases and URLs that SAM makes are in the transformed templates only. */
    private static Map<String, Template> transformed(StackTree stacks, EventSink events) {
        Map<String, Template> transformed = new HashMap<>();
        for (Stack stack : stacks.stacks()) {
            LocalValues values = stack.values();
            TransformResult result = new SamTransformer()
                    .transform(
                            stack.template(),
                            TransformOptions.offline(values.region(), values.parameters())
                                    .withLocalFiles());
            result.problems().forEach(problem -> events.accept(new Warning(problem)));
            result.template().ifPresent(template -> transformed.put(stack.path(), template));
        }
        return transformed;
    }

    /** Says where what is served. */
    final void tell(LocalServer server) {
        getLog().info("Lambda " + server.lambdaAddress().url());
        server.functions().forEach(function -> getLog().info("  " + function.name() + url(server, function.name())));
    }

    private static String url(LocalServer server, String function) {
        return Optional.ofNullable(server.urlAddresses().get(function))
                .map(address -> "   function URL " + address.url() + "/")
                .orElse("");
    }
}
