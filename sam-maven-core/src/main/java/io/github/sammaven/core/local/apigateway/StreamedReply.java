package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.proxy.StreamedProxyAnswer;
import java.util.List;

/** Passes a streamed answer on to the client as it comes, unless the client has had another answer meanwhile. */
final class StreamedReply implements StreamedProxyAnswer.Sink {

    private static final byte[] NOTHING = new byte[0];

    private final Reply reply;
    private final PublishedApi api;
    private final ApiRequest request;
    private volatile boolean begun;
    private volatile boolean failed;

    StreamedReply(Reply reply, PublishedApi api, ApiRequest request) {
        this.reply = reply;
        this.api = api;
        this.request = request;
    }

    @Override
    public void head(int status, List<Header> headers) {
        begin(api.completed(request, new ApiResponse(status, headers, NOTHING)));
    }

    @Override
    public void failed(ApiResponse response) {
        failed = true;
        begin(api.cors().error(request, response));
    }

    private void begin(ApiResponse response) {
        if (reply.claim()) {
            begun = true;
            reply.begin(response);
        }
    }

    @Override
    public void part(byte[] bytes) {
        if (begun) {
            reply.part(bytes);
        }
    }

    /** Whether the client has the answer from here. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether the answer had a head that makes no response. */
    boolean hasFailed() {
        return failed;
    }
}
