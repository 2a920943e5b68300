package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.ApiAddress;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.local.runtime.RuntimeLink;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.local.runtime.Sandbox;
import java.time.Duration;

/** Runs a function's runtime in a container that talks to a Runtime API of ours. */
final class ContainerSandbox implements Sandbox {

    private final ContainerEngine engine;
    private final LiveContainers live;
    private final FunctionSpec spec;
    private final ApiAddress address;
    private final Duration shutdownGrace;

    ContainerSandbox(
            ContainerEngine engine,
            LiveContainers live,
            FunctionSpec spec,
            ApiAddress address,
            Duration shutdownGrace) {
        this.engine = engine;
        this.live = live;
        this.spec = spec;
        this.address = address;
        this.shutdownGrace = shutdownGrace;
    }

    @Override
    public ApiAddress address() {
        return address;
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        FunctionContainer container = FunctionContainer.start(engine, live, spec.withApi(api), spec.files(), lines);
        link.processStarted();
        container.exit().thenRun(link::ended);
        return new ContainerProcess(container, shutdownGrace);
    }

    @Override
    public void close() {
        spec.close();
    }
}
