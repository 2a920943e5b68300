package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.invoke.HttpPrelude;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Turns a streamed answer into a response as it comes. An HTTP answer begins with its description, a prelude in JSON that
 * ends with eight zero bytes; any other is the body of a response with status 200.
 */
public final class StreamedProxyAnswer implements ResponseStream {

    private static final byte[] NOTHING = new byte[0];
    private static final int OK = 200;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;

    private final Sink sink;
    private final List<Header> added;
    private final Supplier<ApiResponse> failure;
    private final HttpPrelude prelude = new HttpPrelude();
    private boolean inPrelude;
    private boolean failed;

    /**
     * @param added to the headers of the function
     * @param failure what is answered to a prelude that makes no sense
     */
    public StreamedProxyAnswer(Sink sink, List<Header> added, Supplier<ApiResponse> failure) {
        this.sink = sink;
        this.added = List.copyOf(added);
        this.failure = failure;
    }

    /** Where the response goes. */
    public interface Sink {

        /** Status and headers; once, and before the body. */
        void head(int status, List<Header> headers);

        /** Once instead of {@link #head}, with nothing behind it: what the gateway answers in place of the function. */
        void failed(ApiResponse response);

        void part(byte[] bytes);
    }

    @Override
    public void begin(String contentType) {
        inPrelude = HttpPrelude.isIn(contentType);
        if (!inPrelude) {
            head(OK, List.of(new Header("Content-Type", contentType)));
        }
    }

    /** What follows a prelude that makes no sense is dropped. */
    @Override
    public void part(byte[] bytes) {
        byte[] body = inPrelude ? prelude.add(bytes) : bytes;
        if (inPrelude && (prelude.head().isPresent() || prelude.problem().isPresent())) {
            inPrelude = false;
            prelude.head().ifPresentOrElse(this::head, this::fail);
        }
        if (body.length > 0 && !failed) {
            sink.part(body);
        }
    }

    private void head(HttpPrelude.Head head) {
        if (head.statusCode() < MIN_STATUS || head.statusCode() > MAX_STATUS) {
            fail();
            return;
        }
        try {
            head(head.statusCode(), headers(head));
        } catch (MalformedAnswerException e) {
            fail();
        }
    }

    private static List<Header> headers(HttpPrelude.Head head) throws MalformedAnswerException {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, List<String>> field : head.headers().entrySet()) {
            if (!AnswerFields.isOfServer(field.getKey())) {
                for (String value : field.getValue()) {
                    headers.add(AnswerFields.header(field.getKey(), value));
                }
            }
        }
        AnswerFields.addContentType(headers);
        for (String cookie : head.cookies()) {
            headers.add(AnswerFields.header("Set-Cookie", cookie));
        }
        return headers;
    }

    private void head(int status, List<Header> headers) {
        sink.head(status, new ApiResponse(status, headers, NOTHING).with(added).headers());
    }

    private void fail() {
        failed = true;
        sink.failed(failure.get());
    }
}
