package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.ApiAddress;
import io.github.sammaven.core.local.runtime.LaunchException;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.local.runtime.RuntimeLink;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.local.runtime.Sandbox;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function's runtime and its external extensions side by side in a container that talks to a Runtime API of ours.
 * The container is made with the first program that is started in it, and removed with the last one.
 */
final class ExtendedSandbox implements Sandbox {

    private static final String FOLDER = "/opt/extensions/";

    private final ContainerEngine engine;
    private final LiveContainers live;
    private final FunctionSpec spec;
    private final List<String> extensions;
    private final ApiAddress address;
    private final Duration shutdownGrace;
    private final Set<InsideProcess> running = new HashSet<>();
    private @Nullable FunctionContainer container;

    /** @param extensions names of the files in {@code /opt/extensions} */
    ExtendedSandbox(
            ContainerEngine engine,
            LiveContainers live,
            FunctionSpec spec,
            List<String> extensions,
            ApiAddress address,
            Duration shutdownGrace) {
        this.engine = engine;
        this.live = live;
        this.spec = spec;
        this.extensions = extensions.stream().sorted().toList();
        this.address = address;
        this.shutdownGrace = shutdownGrace;
    }

    @Override
    public ApiAddress address() {
        return address;
    }

    @Override
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public RuntimeProcess startExtension(String name, String api, Runnable ended, LogLines lines) {
        InsideProcess extension = run(api, List.of(FOLDER + name), Map.of(), lines)
                .orElseThrow(() -> new SamException(
                        "the extension " + FOLDER + name + " cannot be started",
                        "Check that it is executable and made for the image",
                        null));
        extension.exit().thenRun(ended);
        return extension;
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        List<String> command = spec.runtimeCommand();
        InsideProcess runtime = run(api, command, spec.runtimeVariables(), lines)
                .orElseThrow(() -> new LaunchException(
                        "Runtime.InvalidEntrypoint",
                        "The container has no program " + command.get(0),
                        "Correct the entry point, and check that it is made for this machine",
                        null));
        link.processStarted();
        runtime.exit().thenRun(link::ended);
        return runtime;
    }

    private synchronized Optional<InsideProcess> run(
            String api, List<String> command, Map<String, String> variables, LogLines lines) {
        FunctionContainer present = container == null ? open(api) : container;
        container = present;
        Optional<InsideProcess> started = Optional.empty();
        try {
            started = InsideProcess.start(present, command, variables, lines, shutdownGrace, this::gone);
            started.ifPresent(running::add);
        } finally {
            removeIfIdle();
        }
        return started;
    }

    private FunctionContainer open(String api) {
        try {
            // What holds the container open says nothing of its own.
            return FunctionContainer.start(engine, live, spec.idle(api), spec.files(), new LogLines(line -> {}));
        } catch (LaunchException e) {
            throw new SamException(
                    e.problems().get(0).message(),
                    "Extensions need an image with /bin/sh and sleep; an emulator in the image starts them too:"
                            + " -Dsam.runtimeApi=emulator",
                    e);
        }
    }

    private synchronized void gone(InsideProcess process) {
        running.remove(process);
        removeIfIdle();
    }

    private void removeIfIdle() {
        if (running.isEmpty() && container != null) {
            container.remove();
            container = null;
        }
    }

    @Override
    public void close() {
        spec.close();
    }
}
