package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.GatewayError;

/** What became of a request for a function. */
public sealed interface ProxyEvent {

    /** An event that the function may get, UTF-8 JSON. */
    record Ready(byte[] json) implements ProxyEvent {}

    /**
     * None.
     *
     * @param reason for the developer; with figures if the event is too large
     */
    record Refused(GatewayError error, String reason) implements ProxyEvent {}
}
