package io.github.sammaven.core.local.runtime;

import java.io.IOException;
import java.util.List;
import java.util.Queue;

/**
 * A sandbox beside which the test has a connection of its own to the same API.
 *
 * @param connections gets one for each start of the runtime
 */
record AlsoConnected(Sandbox sandbox, Queue<RawHttp> connections) implements Sandbox {

    @Override
    public List<String> extensions() {
        return sandbox.extensions();
    }

    @Override
    public RuntimeProcess startExtension(String name, String api, Runnable ended, LogLines lines) {
        return sandbox.startExtension(name, api, ended, lines);
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        try {
            connections.add(new RawHttp(api));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sandbox.start(api, link, lines);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
