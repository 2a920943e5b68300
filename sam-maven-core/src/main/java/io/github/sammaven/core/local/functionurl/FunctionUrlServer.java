package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.report.EventSink;
import java.time.Clock;
import java.time.Duration;

/** One function URL on a port of its own. */
public final class FunctionUrlServer {

    private final FunctionUrl url;
    private final HttpListener listener;

    private FunctionUrlServer(FunctionUrl url, HttpListener listener) {
        this.url = url;
        this.listener = listener;
    }

    /**
     * Listens.
     *
     * @param functions has the function of the URL
     * @param unsignedAllowed whether requests without a signature pass where {@code AWS_IAM} is asked for
     * @param events receives each request that was served, and warnings
     * @throws io.github.sammaven.core.problem.SamException if the port is taken
     */
    public static FunctionUrlServer start(
            ListenAddress address,
            FunctionUrl url,
            FunctionService functions,
            boolean unsignedAllowed,
            EventSink events,
            Clock clock) {
        FunctionUrlHandler handler =
                new FunctionUrlHandler(url, () -> functions.pool(url.function()), unsignedAllowed, events, clock);
        return new FunctionUrlServer(url, HttpListener.start(address, handler));
    }

    public FunctionUrl url() {
        return url;
    }

    /** With the port that was free, if 0 was wanted. */
    public ListenAddress address() {
        return listener.address();
    }

    /** Refuses new requests with 503; calls under way have {@code grace} to end. */
    public void stop(Duration grace) {
        listener.stop(grace);
    }
}
