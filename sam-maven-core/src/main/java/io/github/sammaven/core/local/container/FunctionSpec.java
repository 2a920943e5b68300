package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.container.ContainerSpec.Mount;
import io.github.sammaven.core.local.container.ContainerSpec.PublishedPort;
import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.files.OwningProcess;
import io.github.sammaven.core.local.invoke.FunctionPackage.Image;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Describes the containers of one environment: what they start, with which variables, mounts and ports. Holds what they
 * need of this machine until it is closed.
 */
final class FunctionSpec implements AutoCloseable {

    /** The port of the Runtime Interface Emulator. */
    static final int EMULATOR_PORT = 8080;

    private static final String API = "AWS_LAMBDA_RUNTIME_API";
    private static final String TASK = "/var/task";
    private static final String DEBUG_TOOLS = "/tmp/lambci_debug_files";
    private static final String EMULATOR = "/usr/local/bin/aws-lambda-rie";
    private static final List<String> IDLE = List.of("/bin/sh", "-c", "while sleep 86400; do :; done");

    private final LocalFunction function;
    private final EngineImage image;
    private final CodeFiles files;
    private final ContainerOptions options;
    private final Optional<DebugSession> debug;

    /** @param debug how a debugger is attached; empty if none is */
    FunctionSpec(
            LocalFunction function,
            EngineImage image,
            CodeFiles files,
            ContainerOptions options,
            Optional<DebugSession> debug) {
        this.function = function;
        this.image = image;
        this.files = files;
        this.options = options;
        this.debug = debug;
    }

    /** For a runtime that calls our Runtime API. */
    ContainerSpec withApi(String api) {
        return spec(entryPoint(false), command(), environment(platform(api)), List.of());
    }

    private Map<String, String> platform(String api) {
        return function.snapStart()
                ? Map.of(API, api, "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
                : Map.of(API, api);
    }

    /** Runs nothing by itself; the runtime and extensions that call our Runtime API are started in it. */
    ContainerSpec idle(String api) {
        return spec(IDLE, List.of(), shared(platform(api)), List.of());
    }

    /** What starts the runtime in a container that is {@link #idle}. */
    List<String> runtimeCommand() {
        List<String> own = entryPoint(false);
        List<String> written = command();
        boolean asTheImageSays = own.isEmpty() && written.isEmpty();
        return Stream.of(own.isEmpty() ? image.entryPoint() : own, asTheImageSays ? image.command() : written)
                .flatMap(List::stream)
                .toList();
    }

    /** What the runtime alone sees there. */
    Map<String, String> runtimeVariables() {
        Map<String, String> shared = shared(Map.of());
        Map<String, String> own = new TreeMap<>(environment(Map.of()));
        own.entrySet().removeIf(variable -> variable.getValue().equals(shared.get(variable.getKey())));
        return own;
    }

    /** Extensions get no names that start with an underscore, and are not debugged. */
    private Map<String, String> shared(Map<String, String> platform) {
        Map<String, String> variables = variables(Map.of(), platform);
        variables.keySet().removeIf(name -> name.startsWith("_"));
        return variables;
    }

    /** For a runtime behind the emulator of its image. */
    ContainerSpec withEmulator() {
        PublishedPort port =
                new PublishedPort(EMULATOR_PORT, 0, options.network().hostInterface());
        String timeout = Long.toString(function.timeout().toSeconds());
        return spec(
                entryPoint(true),
                command(),
                environment(Map.of("AWS_LAMBDA_FUNCTION_TIMEOUT", timeout)),
                List.of(port));
    }

    private ContainerSpec spec(
            List<String> entryPoint, List<String> command, Map<String, String> environment, List<PublishedPort> ports) {
        NetworkOptions network = options.network();
        List<Mount> mounts = new ArrayList<>(files.mounts());
        debug.flatMap(session -> session.options().tools())
                .ifPresent(folder ->
                        mounts.add(new Mount(folder.toAbsolutePath().normalize().toString(), DEBUG_TOOLS)));
        List<PublishedPort> published = new ArrayList<>(ports);
        debug.ifPresent(session ->
                session.ports().forEach(port -> published.add(new PublishedPort(port, port, network.hostInterface()))));
        return new ContainerSpec(
                image.id(),
                function.architecture(),
                entryPoint,
                command,
                workingDirectory(),
                environment,
                mounts,
                options.memoryLimit() ? OptionalInt.of(function.memoryMb()) : OptionalInt.empty(),
                network.name(),
                network.extraHosts(),
                network.dns(),
                published,
                Ownership.container(options.project(), function.name(), OwningProcess.current()));
    }

    private List<String> entryPoint(boolean emulator) {
        boolean own = function.code() instanceof Image;
        List<String> debugged = debug.map(
                        session -> new DebuggedContainer(session).entryPoint(function, imageEntryPoint()))
                .orElse(List.of());
        if (!debugged.isEmpty()) {
            return emulator && !own
                    ? Stream.concat(Stream.of(EMULATOR), debugged.stream()).toList()
                    : debugged;
        }
        if (function.code() instanceof Image written) {
            return written.entryPoint();
        }
        return isProvided() ? provided(emulator) : List.of();
    }

    /** What the container would start by itself. */
    List<String> imageEntryPoint() {
        return function.code() instanceof Image own && !own.entryPoint().isEmpty()
                ? own.entryPoint()
                : image.entryPoint();
    }

    /** The entry point of these base images looks for a bootstrap in the image itself only. */
    private List<String> provided(boolean emulator) {
        List<String> bootstraps = files.find("bootstrap");
        if (bootstraps.isEmpty()) {
            return List.of();
        }
        return emulator ? List.of(EMULATOR, bootstraps.get(0)) : List.of(bootstraps.get(0));
    }

    private boolean isProvided() {
        return function.code() instanceof Zip zip && zip.runtime().startsWith("provided");
    }

    private List<String> command() {
        if (function.code() instanceof Image own) {
            return own.command();
        }
        String handler = ((Zip) function.code()).handler();
        if (handler.isEmpty() && !isProvided()) {
            throw new InvalidOptionException(function.name() + " has no Handler", "Add one to the template");
        }
        // The entry point wants exactly one argument.
        return List.of(handler.isEmpty() ? "bootstrap" : handler);
    }

    private Optional<String> workingDirectory() {
        return function.code() instanceof Image own ? own.workingDirectory() : Optional.of(TASK);
    }

    private String handler() {
        if (function.code() instanceof Zip zip) {
            return zip.handler();
        }
        List<String> own = ((Image) function.code()).command();
        List<String> command = own.isEmpty() ? image.command() : own;
        return command.isEmpty() ? "" : command.get(0);
    }

    private Map<String, String> environment(Map<String, String> platform) {
        Map<String, String> debugging = debug.map(session -> new DebuggedContainer(session).variables(function))
                .orElse(Map.of());
        return variables(debugging, platform);
    }

    private Map<String, String> variables(Map<String, String> debugging, Map<String, String> platform) {
        Map<String, String> variables = new TreeMap<>(function.environment());
        variables.put("_HANDLER", handler());
        variables.put("AWS_LAMBDA_FUNCTION_HANDLER", handler());
        // Lambda's own images tell this; the variable of the child processes names a folder of this machine.
        variables.remove("LAMBDA_TASK_ROOT");
        variables.remove("LAMBDA_RUNTIME_DIR");
        debugging.forEach((name, value) -> variables.merge(name, value, (first, second) -> first + " " + second));
        variables.putAll(options.environment());
        variables.remove(API);
        variables.putAll(platform);
        return variables;
    }

    CodeFiles files() {
        return files;
    }

    @Override
    public void close() {
        files.close();
        debug.ifPresent(DebugSession::close);
    }
}
