package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Says what an event's size means for a synchronous call, with the figures of a base64 body if it holds one. */
public final class EventSize {

    private static final JsonFactory JSON = new JsonFactory();

    /** Of a limit, from which a warning is due. */
    private static final double NEAR = 0.8;

    private EventSize() {}

    /** @throws InvalidOptionException if Lambda would refuse the event; with what its body needs, and the way out */
    static void check(byte[] event) {
        if (event.length > PayloadGuard.MAX_REQUEST_BYTES) {
            String way = "Let the client upload to S3 with a presigned URL and send only the key";
            throw new InvalidOptionException(
                    PayloadGuard.requestTooLarge(event.length),
                    base64Body(event)
                                    .map(body -> figures(event.length, body) + "\n")
                                    .orElse("")
                            + way);
        }
    }

    /** A warning for an event of at least 80 % of the limit. */
    public static Optional<Problem> nearLimit(byte[] event) {
        return nearLimit("event", event.length, PayloadGuard.MAX_REQUEST_BYTES);
    }

    /** A warning for an answer of at least 80 % of the limit. */
    public static Optional<Problem> nearLimit(InvocationResult result) {
        return nearLimit("answer", result.payload().length, PayloadGuard.MAX_RESPONSE_BYTES);
    }

    private static Optional<Problem> nearLimit(String what, int bytes, int limit) {
        return bytes < NEAR * limit || bytes > limit
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        SourceMark.NONE,
                        String.format(
                                Locale.ROOT,
                                "The %s is %,d of %,d bytes that Lambda takes in a synchronous call",
                                what,
                                bytes,
                                limit),
                        "Larger ones go through S3, by presigned URLs"));
    }

    /** Three raw bytes make four characters of base64. */
    private static String figures(int event, int body) {
        int envelope = event - body;
        return String.format(
                Locale.ROOT,
                "The body had %,d raw bytes; base64 made %,d of them. The largest body that fits is %,d bytes",
                body / 4 * 3L,
                body,
                Math.max(0, (PayloadGuard.MAX_REQUEST_BYTES - envelope) / 4 * 3L));
    }

    /** Length of the body of an event of an API, if it is in base64. */
    private static Optional<Integer> base64Body(byte[] event) {
        int body = -1;
        boolean encoded = false;
        try (JsonParser parser = JSON.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("body") && value == JsonToken.VALUE_STRING) {
                    body = parser.getTextLength();
                } else if (name.equals("isBase64Encoded")) {
                    encoded = value == JsonToken.VALUE_TRUE;
                }
                parser.skipChildren();
            }
        } catch (IOException noJson) {
            return Optional.empty();
        }
        return encoded && body > 0 ? Optional.of(body) : Optional.empty();
    }
}
