package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.invoke.HttpPrelude;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.util.List;
import java.util.Map;

/**
 * Turns a streamed answer into a response as it comes. An HTTP answer begins with its description, a prelude in JSON that
 * ends with eight zero bytes.
 */
final class StreamedAnswer implements ResponseStream {

    private final Response response;
    private final HttpPrelude prelude = new HttpPrelude();
    private boolean inPrelude;

    StreamedAnswer(Response response) {
        this.response = response;
    }

    /** Where the answer goes. */
    interface Response {

        /** Status and headers; once. */
        void head(UrlAnswer answer);

        void part(byte[] bytes);
    }

    @Override
    public void begin(String contentType) {
        inPrelude = HttpPrelude.isIn(contentType);
        if (!inPrelude) {
            response.head(new UrlAnswer(200, Map.of("content-type", contentType), List.of(), new byte[0]));
        }
    }

    /** What follows a prelude that makes no sense is dropped. */
    @Override
    public void part(byte[] bytes) {
        byte[] body = inPrelude ? prelude.add(bytes) : bytes;
        if (inPrelude && (prelude.head().isPresent() || prelude.problem().isPresent())) {
            inPrelude = false;
            response.head(prelude.head().flatMap(UrlAnswer::of).orElseGet(UrlAnswer::badGateway));
        }
        if (body.length > 0 && prelude.problem().isEmpty()) {
            response.part(body);
        }
    }
}
