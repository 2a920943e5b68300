package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Collects what a runtime posts. */
final class BodyReceiver {

    private static final int PART_BYTES = 16_384;

    private BodyReceiver() {}

    /** A body up to a limit; what is beyond is counted. */
    static void receive(HttpCall call, int limit, Consumer<LimitedBody> whole) {
        LimitedBody body = new LimitedBody(limit);
        byte[] part = new byte[PART_BYTES];
        try {
            InputStream in = call.body();
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                body.add(part, count);
            }
        } catch (IOException e) {
            ApiReplies.refuse(call, ApiError.TRUNCATED);
            return;
        }
        whole.accept(body);
    }

    static RuntimeAnswer answer(HttpCall call, LimitedBody body, Kind kind, String category) {
        return new RuntimeAnswer(kind, body.toBytes(), body.size(), contentType(call), category);
    }

    static String contentType(HttpCall call) {
        return call.fields().first("Content-Type").orElse("application/json");
    }
}
