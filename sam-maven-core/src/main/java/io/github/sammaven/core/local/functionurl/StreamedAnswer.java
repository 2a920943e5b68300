package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.invoke.ResponseStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns a streamed answer into a response as it comes. An HTTP answer begins with its description, a prelude in JSON that
 * ends with eight zero bytes.
 */
final class StreamedAnswer implements ResponseStream {

    /** Content type of an answer that begins with a prelude. */
    private static final String WITH_PRELUDE = "application/vnd.awslambda.http-integration-response";

    private static final int ZEROS = 8;

    private final Response response;
    private final ByteArrayOutputStream prelude = new ByteArrayOutputStream();
    private boolean inPrelude;
    private int zeros;

    StreamedAnswer(Response response) {
        this.response = response;
    }

    /** Where the answer goes. */
    interface Response {

        /** Status and headers; once. */
        void head(UrlAnswer answer);

        void part(byte[] bytes);
    }

    /** Whether answers of this type begin with a prelude. */
    static boolean hasPrelude(String contentType) {
        return contentType.startsWith(WITH_PRELUDE);
    }

    @Override
    public void begin(String contentType) {
        inPrelude = hasPrelude(contentType);
        if (!inPrelude) {
            response.head(new UrlAnswer(200, Map.of("content-type", contentType), List.of(), new byte[0]));
        }
    }

    @Override
    public void part(byte[] bytes) {
        if (!inPrelude) {
            response.part(bytes);
            return;
        }
        for (int i = 0; i < bytes.length; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            prelude.write(bytes[i]);
            if (zeros == ZEROS) {
                inPrelude = false;
                byte[] all = prelude.toByteArray();
                response.head(UrlAnswer.of(Arrays.copyOf(all, all.length - ZEROS), new byte[0])
                        .orElseGet(UrlAnswer::badGateway));
                if (i + 1 < bytes.length) {
                    response.part(Arrays.copyOfRange(bytes, i + 1, bytes.length));
                }
                return;
            }
        }
    }
}
