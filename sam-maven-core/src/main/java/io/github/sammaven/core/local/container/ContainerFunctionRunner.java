package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.debug.DebugPorts;
import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeEnvironment;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs functions in containers. The engine is not spoken to before the first one is needed. */
public final class ContainerFunctionRunner implements FunctionRunner, AutoCloseable {

    private static final String EMULATOR = "aws-lambda-rie";
    private static final Path INSIDE_A_CONTAINER = Path.of("/.dockerenv");

    private final Supplier<ContainerEngine> engines;
    private final ContainerOptions options;
    private final EventSink events;
    private final DebugPorts debugPorts;
    private @Nullable Session session;

    /** The engine and what this run has with it. */
    private record Session(ContainerEngine engine, LiveContainers live, FunctionImages images) {}

    /**
     * Runs with these options.
     *
     * @param engines finds the engine, once
     * @param events receives notes about pulls and warnings about images
     */
    public ContainerFunctionRunner(Supplier<ContainerEngine> engines, ContainerOptions options, EventSink events) {
        this.engines = engines;
        this.options = options;
        this.events = events;
        this.debugPorts = new DebugPorts(options.debug());
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImageUnavailableException if the function's image is neither here nor to be had
     */
    @Override
    public FunctionEnvironment start(LocalFunction written, FunctionLog log) {
        Session open = session();
        EngineImage image = open.images().of(written);
        Optional<DebugSession> debug = debugPorts.takeAll(written.name());
        try {
            FunctionEnvironment started = start(open, written, image, debug, log);
            debug.ifPresent(session -> events.accept(new Note(written.name() + ": attach the debugger to "
                    + options.network().containerHost() + ":" + session.port())));
            return started;
        } catch (RuntimeException e) {
            debug.ifPresent(DebugSession::close);
            throw e;
        }
    }

    private FunctionEnvironment start(
            Session open, LocalFunction written, EngineImage image, Optional<DebugSession> debug, FunctionLog log) {
        LocalFunction function = debug.isPresent() ? written.unhurried() : written;
        CodeFiles files = function.code() instanceof Zip zip
                ? CodeFiles.of(function.name(), zip, isCopied(open.engine()))
                : CodeFiles.none();
        try {
            FunctionSpec spec = new FunctionSpec(function, image, files, options, debug);
            if (isEmulated(open.engine(), function, spec, files)) {
                return EmulatorEnvironment.start(open.engine(), open.live(), function, spec, options, log);
            }
            ContainerSandbox sandbox = new ContainerSandbox(
                    open.engine(),
                    open.live(),
                    spec,
                    HostAddress.of(open.engine(), options.network().name()),
                    options.shutdownGrace());
            return RuntimeEnvironment.start(function, sandbox, log);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private synchronized Session session() {
        Session present = session;
        if (present == null) {
            ContainerEngine engine = engines.get();
            try {
                present = new Session(engine, LiveContainers.open(engine), new FunctionImages(engine, options, events));
            } catch (RuntimeException e) {
                engine.close();
                throw e;
            }
            session = present;
        }
        return present;
    }

    private boolean isCopied(ContainerEngine engine) {
        return options.copyCode()
                .orElseGet(() ->
                        engine.isRemote() || (Files.exists(INSIDE_A_CONTAINER) && !HostAddress.isOfEngine(engine)));
    }

    private boolean isEmulated(ContainerEngine engine, LocalFunction function, FunctionSpec spec, CodeFiles files) {
        boolean extensions = files.find("extensions").contains("/opt/extensions");
        if (options.runtimeApi() == RuntimeApiPlace.HOST && extensions) {
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    function.name() + " runs without the extensions of its layers",
                    "Only the emulator starts them in a container: -Dsam.runtimeApi=emulator; so does"
                            + " -Dsam.runner=process")));
        }
        if (options.runtimeApi() != RuntimeApiPlace.AUTO) {
            return options.runtimeApi() == RuntimeApiPlace.EMULATOR;
        }
        List<String> entryPoint = spec.imageEntryPoint();
        boolean ownEmulator = !entryPoint.isEmpty() && entryPoint.get(0).endsWith(EMULATOR);
        return extensions || ownEmulator || engine.isRemote();
    }

    /** Removes the containers that are still there, and ends the talk with the engine. */
    @Override
    public synchronized void close() {
        Session present = session;
        session = null;
        if (present != null) {
            try {
                present.live().close();
            } finally {
                present.engine().close();
            }
        }
    }
}
