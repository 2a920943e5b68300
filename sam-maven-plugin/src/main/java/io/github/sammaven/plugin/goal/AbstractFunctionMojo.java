package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.container.CodeOptions;
import io.github.sammaven.core.local.container.ContainerOptions;
import io.github.sammaven.core.local.container.ImageOptions;
import io.github.sammaven.core.local.container.NetworkOptions;
import io.github.sammaven.core.local.container.RuntimeApiPlace;
import io.github.sammaven.core.local.debug.DebugOptions;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.EnvironmentVariables;
import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.LocalFunctions;
import io.github.sammaven.core.local.process.JavaClient;
import io.github.sammaven.core.local.process.ProcessSettings;
import io.github.sammaven.core.local.runner.ChosenFunctionRunner;
import io.github.sammaven.core.local.runner.RunnerKind;
import io.github.sammaven.core.local.runner.RunnerSettings;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.plugin.config.DebugChoice;
import io.github.sammaven.plugin.config.InvokeImages;
import io.github.sammaven.plugin.config.VariablesOption;
import io.github.sammaven.plugin.wiring.PluginJars;
import io.github.sammaven.plugin.wiring.ServerLogging;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that runs functions on this machine: in what way, with which variables, and how to debug them. */
abstract class AbstractFunctionMojo extends AbstractSamMojo {

    /** What functions and extensions get to end if {@code shutdown} is set; as in SAM CLI. */
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(3);

    /**
     * How functions run: {@code container} in containers of Lambda's images, {@code process} as child processes without
     * any container engine, {@code auto} in containers where an engine answers and has the image, else as child
     * processes. Default: {@code auto}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.runner")
    private @Nullable String runner;

    /**
     * What runs Java handlers in child processes: {@code aws} for AWS's own runtime interface client (Linux),
     * {@code loop} for a loop in plain Java, {@code auto} for the first where it works. Default: {@code auto}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.javaClient")
    private @Nullable String javaClient;

    /**
     * Environment variables of all functions for this run, over those of the template. Also
     * {@code -Dsam.env.NAME=VALUE}.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> environmentVariables;

    /**
     * A file with environment variables over those of the template:
     * <code>{"Parameters": {"NAME": "for all"}, "MyFunction": {"NAME": "for one"}}</code>, or lines of
     * {@code NAME=value} for all. A function of a nested stack goes by its logical id or as {@code Child/MyFunction}. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.envVars")
    private @Nullable File envVars;

    /**
     * Ports to debug on, of the loopback interface. As child processes each environment takes one of its own; a container
     * publishes all that no other has, and its debugger listens on the first. Default: none, functions are not debugged.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.debugPort")
    private @Nullable List<String> debugPort;

    /**
     * Further arguments for the debugger or the interpreter, parted by blanks. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.debugArgs")
    private @Nullable String debugArgs;

    /**
     * Whether a debugged function waits for the debugger before its first line. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.debugSuspend")
    private @Nullable Boolean debugSuspend;

    /**
     * The only function to debug, by logical id, {@code Child/Function} in a nested stack; one that the template does not
     * have is an error. Default: all.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.debugFunction")
    private @Nullable String debugFunction;

    /**
     * Folder of a debugger, mounted read-only at {@code /tmp/lambci_debug_files} of containers. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.debuggerPath")
    private @Nullable File debuggerPath;

    /**
     * A file with further environment variables of containers, over all others: a JSON object of names and values, or
     * lines of {@code NAME=value}. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.containerEnvVars")
    private @Nullable File containerEnvVars;

    /**
     * Images that run instead of Lambda's, for all functions or for one: {@code IMAGE} or {@code Function=IMAGE}.
     * Default: the image of each runtime.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.invokeImage")
    private @Nullable List<String> invokeImage;

    /**
     * Whether images that are there already are used as they are, without asking their registry for newer ones. Default:
     * {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.skipPullImage")
    private @Nullable Boolean skipPullImage;

    /**
     * Whether images that are built here are built afresh. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.forceImageBuild")
    private @Nullable Boolean forceImageBuild;

    /**
     * Whether code is copied into containers instead of mounted. Default: only where the engine does not see the folders
     * of this machine.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.copyCode")
    private @Nullable Boolean copyCode;

    /**
     * The folder of this module on the machine of the container engine, if that is another one and shares the folder:
     * code below it is mounted from there, and what lies elsewhere is copied. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.dockerVolumeBasedir")
    private @Nullable String dockerVolumeBasedir;

    /**
     * Whether all symbolic links directly in a function's folder are mounted into containers as what they lead to.
     * Default: {@code false}, only those named {@code node_modules} are.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.mountSymlinks")
    private @Nullable Boolean mountSymlinks;

    /**
     * Whose Runtime API containers talk to: {@code host} for that of this plugin, {@code emulator} for AWS's Runtime
     * Interface Emulator in the image, {@code auto} for the first unless the engine is on another machine. Default:
     * {@code auto}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.runtimeApi")
    private @Nullable String runtimeApi;

    /**
     * A network that containers join beside the default one; {@code host} and {@code none} instead of it. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.dockerNetwork")
    private @Nullable String dockerNetwork;

    /**
     * Addresses by name for the hosts file of containers; on the command line {@code name:address}. Default: none.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> addHost;

    /**
     * Addresses of name servers for containers. Default: those of the engine.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.containerDns")
    private @Nullable List<String> containerDns;

    /**
     * Where published ports of containers are reached from here. Default: {@code 127.0.0.1}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.containerHost")
    private @Nullable String containerHost;

    /**
     * Address that published ports of containers are bound to. Default: {@code 127.0.0.1}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.containerHostInterface")
    private @Nullable String containerHostInterface;

    /**
     * Whether containers get all the memory of the machine instead of that of their function. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.noMemoryLimit")
    private @Nullable Boolean noMemoryLimit;

    /**
     * Whether containers get three seconds to end, so that extensions see their shutdown event. Default: {@code false},
     * they end at once.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.shutdown")
    private @Nullable Boolean shutdown;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    List<Artifact> pluginArtifacts;

    AbstractFunctionMojo(String command, SettingsDecrypter settingsDecrypter) {
        super(command, settingsDecrypter);
    }

    /**
     * What runs the functions; nothing is started or loaded for it before the first of them is.
     *
     * @param end when nothing of it may be left
     * @return to be closed by the caller, after all environments
     */
    final ChosenFunctionRunner runner(EventSink events, EndOfRun end) {
        ServerLogging.onlyWarnings(session.getSystemProperties());
        Optional<DebugOptions> debug = new DebugChoice(
                        options().list("debugPort", debugPort),
                        options().text("debugArgs", debugArgs).orElse(""),
                        options().flag("debugSuspend", debugSuspend, true),
                        options().text("debugFunction", debugFunction),
                        path("debuggerPath", debuggerPath))
                .options();
        return ChosenFunctionRunner.of(
                new RunnerSettings(
                        options().choice("runner", runner, RunnerKind.AUTO), containers(debug), processes(debug), end),
                events);
    }

    private ProcessSettings processes(Optional<DebugOptions> debugging) {
        ProcessSettings settings = ProcessSettings.of(
                        PluginJars.of(pluginArtifacts),
                        options().choice("javaClient", javaClient, JavaClient.AUTO),
                        System.getenv())
                .withCache(samFolder().cache());
        return debugging.map(settings::withDebugging).orElse(settings);
    }

    private ContainerOptions containers(Optional<DebugOptions> debug) {
        return ContainerOptions.builder()
                .runtimeApi(options().choice("runtimeApi", runtimeApi, RuntimeApiPlace.AUTO))
                .images(new ImageOptions(
                        InvokeImages.byFunction(options().list("invokeImage", invokeImage)),
                        !options().flag("skipPullImage", skipPullImage, false),
                        options().flag("forceImageBuild", forceImageBuild, false)))
                .code(code())
                .network(network())
                .memoryLimit(!options().flag("noMemoryLimit", noMemoryLimit, false))
                .debug(debug)
                .environment(path("containerEnvVars", containerEnvVars)
                        .map(variables()::flat)
                        .orElse(Map.of()))
                .shutdownGrace(options().flag("shutdown", shutdown, false) ? SHUTDOWN_GRACE : Duration.ZERO)
                .project(project.getId())
                .build();
    }

    private CodeOptions code() {
        return new CodeOptions(
                options().flag("copyCode", copyCode),
                options()
                        .text("dockerVolumeBasedir", dockerVolumeBasedir)
                        .map(there -> new CodeOptions.Volume(basedir(), there)),
                options().flag("mountSymlinks", mountSymlinks, false));
    }

    private NetworkOptions network() {
        NetworkOptions defaults = NetworkOptions.DEFAULTS;
        return new NetworkOptions(
                options().text("dockerNetwork", dockerNetwork),
                options().map("addHost", "addHost", addHost).entrySet().stream()
                        .map(host -> host.getKey() + ":" + host.getValue())
                        .toList(),
                options().list("containerDns", containerDns),
                options().text("containerHost", containerHost).orElse(defaults.containerHost()),
                options().text("containerHostInterface", containerHostInterface).orElse(defaults.hostInterface()));
    }

    final Optional<Path> path(String name, @Nullable File injected) {
        return options().path(name, injected == null ? null : injected.toPath());
    }

    private VariablesOption variables() {
        return new VariablesOption(basedir());
    }

    /** Read once: the file, and what stands beside it in the configuration. */
    final GivenVariables givenVariables() {
        return path("envVars", envVars)
                .map(variables()::byFunction)
                .orElse(GivenVariables.NONE)
                .with(options().map("environmentVariables", "env", environmentVariables));
    }

    /**
     * Functions as they run here.
     *
     * @param artifacts what was built, by id of function or layer
     */
    final LocalFunctions functions(
            FunctionCatalog catalog, Map<String, Path> artifacts, GivenVariables given, EventSink events) {
        options().text("debugFunction", debugFunction).ifPresent(debugged -> check(debugged, catalog));
        LocalFunctions functions = new LocalFunctions(
                catalog,
                artifacts,
                new EnvironmentVariables(offlineRegion(), LocalValues.DEFAULT_ACCOUNT, System.getenv()),
                given,
                offlineRegion(),
                events);
        functions.warnings().forEach(problem -> events.accept(new Warning(problem)));
        return functions;
    }

    /** Says which functions cannot be here. */
    static void tellRemote(StackTree stacks, EventSink events) {
        stacks.remote()
                .forEach(remote -> events.accept(new Note("The functions of the nested stack " + remote.path()
                        + " are not on this machine, its template is at " + remote.location())));
    }

    private static void check(String debugged, FunctionCatalog catalog) {
        List<String> ids = catalog.functions().stream().map(LambdaFunction::id).toList();
        if (!ids.contains(debugged)) {
            String near = NearestName.suggestion(debugged, ids);
            throw new InvalidOptionException(
                    "the template has no function '" + debugged + "' to debug",
                    near.isEmpty() ? "it has " + String.join(", ", ids) : near);
        }
    }
}
