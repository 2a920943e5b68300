package io.github.sammaven.core.local.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One request. It may be answered by any thread and at any time; its connection waits meanwhile. */
public final class HttpCall {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final RequestHead head;
    private final InetAddress caller;
    private final RequestBody body;
    private final OutputStream out;
    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private boolean continueDue;

    HttpCall(RequestHead head, InetAddress caller, RequestBody body, OutputStream out) {
        this.head = head;
        this.caller = caller;
        this.body = body;
        this.out = out;
        this.continueDue = head.expectsContinue();
    }

    /** {@code GET}. */
    public String method() {
        return head.method();
    }

    /** Decoded, without the query. */
    public String path() {
        return head.path();
    }

    /** The fields of its head. */
    public HttpFields fields() {
        return head.fields();
    }

    /** The other end of the connection. */
    public InetAddress caller() {
        return caller;
    }

    /**
     * The body as it comes, for the thread that was given the call.
     *
     * @throws IOException the client has gone
     */
    public InputStream body() throws IOException {
        if (continueDue) {
            continueDue = false;
            out.write(CONTINUE);
            out.flush();
        }
        return body;
    }

    /** What came behind the body; nothing before that was read to its end. */
    public HttpFields trailers() {
        return body.trailers();
    }

    /** Answers; the first answer counts. */
    public void reply(HttpReply answer) {
        reply.complete(answer);
    }

    /** Waits for the answer and sends it; true if the connection may go on with another call. */
    boolean finish() throws IOException, InterruptedException {
        HttpReply answer;
        try {
            answer = reply.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        // A client that was not told to go on may send its body or not.
        boolean persistent = head.persistent() && !continueDue && !body.isBroken();
        answer.write(out, !head.method().equals("HEAD"), persistent);
        return persistent && body.skipRest();
    }
}
