package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a streamed answer together again. */
final class CollectedAnswer implements StreamedProxyAnswer.Sink {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable List<Header> headers;
    private int status;

    @Override
    public void head(int status, List<Header> headers) {
        this.status = status;
        this.headers = headers;
    }

    @Override
    public void failed(ApiResponse response) {
        headers = null;
    }

    @Override
    public void part(byte[] bytes) {
        body.writeBytes(bytes);
    }

    /** Empty if there is none that makes sense. */
    Optional<ApiResponse> response() {
        return Optional.ofNullable(headers).map(given -> new ApiResponse(status, given, body.toByteArray()));
    }
}
