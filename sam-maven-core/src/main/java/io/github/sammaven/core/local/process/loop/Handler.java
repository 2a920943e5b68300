package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Any kind of handler, seen as one that reads and writes JSON. */
@FunctionalInterface
interface Handler {

    /**
     * Handles one event.
     *
     * @throws HandlerFailure with what the user's code threw as its cause
     */
    void handle(InputStream event, OutputStream answer, Context context) throws IOException, HandlerFailure;
}
