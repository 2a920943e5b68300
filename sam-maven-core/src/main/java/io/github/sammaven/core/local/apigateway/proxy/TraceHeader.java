package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;

/** The header that follows a request through the services of AWS. */
public final class TraceHeader {

    public static final String NAME = "X-Amzn-Trace-Id";

    private static final int SUFFIX_LENGTH = 24;

    private TraceHeader() {}

    /** What the client sent, else one that is made of id and time of the request: always the same for one request. */
    public static String of(ApiRequest request) {
        return request.header(NAME).orElseGet(() -> {
            String id = request.id().replace("-", "");
            String hex = id.length() < SUFFIX_LENGTH ? "0".repeat(SUFFIX_LENGTH - id.length()) + id : id;
            return "Root=1-%08x-%s"
                    .formatted(request.at().getEpochSecond(), hex.substring(hex.length() - SUFFIX_LENGTH));
        });
    }
}
