package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.github.sammaven.core.local.runtime.http.HttpCall;

/** Collects the errors a runtime posts. */
final class ErrorReceiver {

    /** What the Runtime API takes as the description of an error, bytes. */
    static final int MAX_BYTES = 1_048_576;

    private static final String WITH_CAUSE = "application/vnd.aws.lambda.error.cause+json";

    private ErrorReceiver() {}

    /** Takes a posted error. */
    interface Whole {
        /** @param tooLarge whether {@code error} only tells the size of what was posted */
        void accept(RuntimeAnswer error, boolean tooLarge);
    }

    /** @param otherwise the category of an error that names none */
    static void receive(HttpCall call, String otherwise, Whole whole) {
        String category = ErrorCategory.of(call.fields(), otherwise);
        BodyReceiver.receive(call, MAX_BYTES, body -> {
            if (body.isOverLimit()) {
                String message = "Error payload size (" + body.size()
                        + " bytes) exceeded maximum allowed payload size (" + MAX_BYTES + " bytes).";
                whole.accept(
                        RuntimeAnswer.error(ErrorDocument.of(category, message).body(), category), true);
            } else if (BodyReceiver.contentType(call).startsWith(WITH_CAUSE)) {
                whole.accept(RuntimeAnswer.error(ErrorDocument.withoutCause(body.toBytes()), category), false);
            } else {
                whole.accept(BodyReceiver.answer(call, body, Kind.ERROR, category), false);
            }
        });
    }
}
