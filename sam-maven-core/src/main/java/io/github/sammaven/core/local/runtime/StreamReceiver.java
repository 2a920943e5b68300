package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes a streamed answer on as it comes. The runtime waits while the receiver does. */
final class StreamReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReceiver.class);
    private static final int PART_BYTES = 65_536;

    private final HttpCall call;
    private final RuntimeTurn turn;
    private final ResponseStream receiver;
    private long size;
    private boolean receiverGone;

    StreamReceiver(HttpCall call, RuntimeTurn turn, ResponseStream receiver) {
        this.call = call;
        this.turn = turn;
        this.receiver = receiver;
    }

    /** Reads to the end, and tells what came. */
    RuntimeAnswer receive() {
        String contentType = BodyReceiver.contentType(call);
        pass(() -> receiver.begin(contentType));
        byte[] buffer = new byte[PART_BYTES];
        try {
            InputStream body = call.body();
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                size += count;
                byte[] part = Arrays.copyOf(buffer, count);
                pass(() -> receiver.part(part));
            }
        } catch (IOException e) {
            return new RuntimeAnswer(Kind.TRUNCATED, new byte[0], size, contentType, "");
        }
        return StreamTrailers.error(call)
                .orElseGet(() -> new RuntimeAnswer(Kind.RESPONSE, new byte[0], size, contentType, ""));
    }

    private void pass(Runnable delivery) {
        if (receiverGone || turn.finished().isDone()) {
            return;
        }
        try {
            delivery.run();
        } catch (RuntimeException e) {
            // As in AWS, the function goes on when nobody listens any more.
            LOG.debug("The receiver of a streamed answer failed", e);
            receiverGone = true;
        }
    }
}
