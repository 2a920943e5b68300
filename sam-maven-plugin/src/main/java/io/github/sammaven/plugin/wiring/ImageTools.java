package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.container.docker.DockerImageEngine;
import org.jspecify.annotations.Nullable;

/** The container engine of this machine, for images; connected to when it is first asked for. */
public final class ImageTools implements AutoCloseable {

    private @Nullable DockerImageEngine engine;

    public synchronized DockerImageEngine engine() {
        if (engine == null) {
            engine = new DockerImageEngine(System.getenv());
        }
        return engine;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
