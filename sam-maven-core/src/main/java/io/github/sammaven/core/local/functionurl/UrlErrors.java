package io.github.sammaven.core.local.functionurl;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;

/** What a function URL answers in place of its function. */
final class UrlErrors {

    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int BAD_GATEWAY = 502;

    private UrlErrors() {}

    /** What a caller sees of a function that failed, or whose answer makes no sense. */
    static ApiResponse badGateway() {
        return ApiResponse.json(BAD_GATEWAY, "Internal Server Error");
    }

    static ApiResponse forbidden() {
        return ApiResponse.json(FORBIDDEN, "{\"Message\":\"Forbidden\"}");
    }

    static ApiResponse tooLarge(String message) {
        return ApiResponse.json(
                TOO_LARGE,
                "{\"Message\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(message)) + "\"}");
    }
}
