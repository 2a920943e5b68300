package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;

/** Decides who may connect. It is asked only where the {@code $connect} route is not open to everybody. */
@FunctionalInterface
public interface ConnectAuthorizer {

    /**
     * May block.
     *
     * @param route {@code $connect}; {@link Route#access} says who may call it
     * @param request that asks for the connection
     * @param event as the function of the route will get it; one for an authorizer has {@code type} and
     *     {@code methodArn} besides
     */
    Authorization authorize(LocalApi api, Route route, ApiRequest request, ObjectNode event);
}
