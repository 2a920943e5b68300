package io.github.sammaven.core.local.runtime.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: its calls, one after the other, on one thread. */
final class HttpConnection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

    private final Socket socket;
    private final Supplier<CallHandler> handlers;
    private @Nullable CallHandler handler;

    /** @param handlers is asked when the first call has come */
    HttpConnection(Socket socket, Supplier<CallHandler> handlers) {
        this.socket = socket;
        this.handlers = handlers;
    }

    @Override
    public void run() {
        try (socket) {
            // A head and its body are two packets if the body is large; the second must not wait for the client.
            socket.setTcpNoDelay(true);
            MessageReader reader = new MessageReader(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            Optional<HttpCall> call = next(reader, out);
            while (call.isPresent() && answer(call.get())) {
                call = next(reader, out);
            }
        } catch (IOException e) {
            LOG.debug("The other end has gone", e);
        } catch (InterruptedException e) {
            LOG.debug("The server has closed", e);
        }
    }

    private Optional<HttpCall> next(MessageReader reader, OutputStream out) throws IOException {
        try {
            Optional<RequestHead> head = reader.head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            RequestBody body = reader.body(head.get().fields());
            return Optional.of(new HttpCall(head.get(), socket.getInetAddress(), body, out));
        } catch (MalformedRequestException e) {
            LOG.debug("Not HTTP", e);
            HttpReply.empty(400).write(out, true, false);
            return Optional.empty();
        }
    }

    private boolean answer(HttpCall call) throws IOException, InterruptedException {
        if (handler == null) {
            handler = handlers.get();
        }
        try {
            handler.handle(call);
        } catch (RuntimeException e) {
            LOG.debug("No answer to {} {}", call.method(), call.path(), e);
            call.reply(HttpReply.empty(500));
        }
        return call.finish();
    }
}
