package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.report.EventSink;
import java.time.Clock;
import java.time.Duration;

/** The Lambda API's Invoke, InvokeWithResponseStream and GetFunction on a port of this machine. No signature is checked. */
public final class LambdaApi {

    /** The port clients of SAM CLI expect. */
    public static final int DEFAULT_PORT = 3001;

    private final HttpListener listener;
    private final AsyncInvocations async;

    private LambdaApi(HttpListener listener, AsyncInvocations async) {
        this.listener = listener;
        this.async = async;
    }

    /**
     * What is served.
     *
     * @param functions closed by the caller, after {@link #stop}
     * @param aliases the qualifiers that are taken, besides versions
     * @param region for the ARNs of functions that are not there
     * @param async how events are run that nobody waits for
     */
    public record Content(FunctionService functions, FunctionAliases aliases, String region, AsyncOptions async) {}

    /**
     * Listens.
     *
     * @param events receives each request that was served, and warnings
     * @throws io.github.sammaven.core.problem.SamException if the port is taken
     */
    public static LambdaApi start(ListenAddress address, Content content, EventSink events, Clock clock) {
        AsyncInvocations async = new AsyncInvocations(content.async(), events);
        FunctionDirectory directory = new FunctionDirectory(content.functions(), content.aliases(), content.region());
        LambdaApiHandler handler = new LambdaApiHandler(directory, new InvokeOperation(async, events), events, clock);
        return new LambdaApi(HttpListener.start(address, handler), async);
    }

    /** With the port that was free, if 0 was wanted. */
    public ListenAddress address() {
        return listener.address();
    }

    /** Refuses new requests with 503; calls under way have {@code grace} to end. */
    public void stop(Duration grace) {
        listener.stop(grace);
        async.stop(grace);
    }
}
