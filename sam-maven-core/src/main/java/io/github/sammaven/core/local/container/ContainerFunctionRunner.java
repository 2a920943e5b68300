package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.debug.DebugPorts;
import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.ApiAddress;
import io.github.sammaven.core.local.runtime.RuntimeEnvironment;
import io.github.sammaven.core.local.runtime.Sandbox;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private final EndOfRun end;
    private final DebugPorts debugPorts;
    private @Nullable Session session;

    /** The engine and what this run has with it. */
    private record Session(
            ContainerEngine engine, LiveContainers live, FunctionImages images, ImageExtensions extensions) {}

    /** As the other, where all containers are removed as soon as this JVM begins to end. */
    public ContainerFunctionRunner(Supplier<ContainerEngine> engines, ContainerOptions options, EventSink events) {
        this(engines, options, events, EndOfRun.AT_ONCE);
    }

    /**
     * Runs with these options.
     *
     * @param engines finds the engine, once
     * @param events receives notes about pulls and warnings about images
     * @param end of the run, which no container outlives
     */
    public ContainerFunctionRunner(
            Supplier<ContainerEngine> engines, ContainerOptions options, EventSink events, EndOfRun end) {
        this.engines = engines;
        this.options = options;
        this.events = events;
        this.end = end;
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
                ? CodeFiles.of(function.name(), zip, isCopied(open.engine()), options.code())
                : CodeFiles.none();
        try {
            FunctionSpec spec = new FunctionSpec(function, image, files, options, debug);
            if (isEmulated(open.engine(), spec)) {
                return EmulatorEnvironment.start(open.engine(), open.live(), function, spec, options, log);
            }
            return RuntimeEnvironment.start(function, sandbox(open, spec, extensions(open, spec, function)), log);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private Sandbox sandbox(Session open, FunctionSpec spec, List<String> extensions) {
        ApiAddress address = HostAddress.of(open.engine(), options.network().name());
        Duration grace = options.shutdownGrace();
        return extensions.isEmpty()
                ? new ContainerSandbox(open.engine(), open.live(), spec, address, grace)
                : new ExtendedSandbox(open.engine(), open.live(), spec, extensions, address, grace);
    }

    private static List<String> extensions(Session open, FunctionSpec spec, LocalFunction function) {
        return function.code() instanceof Zip
                ? spec.files().extensions()
                : open.extensions().of(spec.withApi(""));
    }

    private synchronized Session session() {
        Session present = session;
        if (present == null) {
            ContainerEngine engine = engines.get();
            try {
                LiveContainers live = LiveContainers.open(engine, end);
                present = new Session(
                        engine,
                        live,
                        new FunctionImages(engine.images(), options, events),
                        new ImageExtensions(engine, live));
            } catch (RuntimeException e) {
                engine.close();
                throw e;
            }
            session = present;
        }
        return present;
    }

    private boolean isCopied(ContainerEngine engine) {
        return options.code().copied().orElseGet(() -> options.code().volume().isEmpty() && !seesOurFolders(engine));
    }

    private static boolean seesOurFolders(ContainerEngine engine) {
        return !engine.isRemote() && (!Files.exists(INSIDE_A_CONTAINER) || HostAddress.isOfEngine(engine));
    }

    private boolean isEmulated(ContainerEngine engine, FunctionSpec spec) {
        if (options.runtimeApi() != RuntimeApiPlace.AUTO) {
            return options.runtimeApi() == RuntimeApiPlace.EMULATOR;
        }
        List<String> entryPoint = spec.imageEntryPoint();
        boolean ownEmulator = !entryPoint.isEmpty() && entryPoint.get(0).endsWith(EMULATOR);
        return ownEmulator || engine.isRemote();
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
