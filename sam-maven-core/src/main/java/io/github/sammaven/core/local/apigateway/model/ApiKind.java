package io.github.sammaven.core.local.apigateway.model;

/** The three families of API Gateway. */
public enum ApiKind {
    /** {@code AWS::ApiGateway::RestApi}. */
    REST,
    /** {@code AWS::ApiGatewayV2::Api} with {@code ProtocolType: HTTP}. */
    HTTP,
    /** {@code AWS::ApiGatewayV2::Api} with {@code ProtocolType: WEBSOCKET}. */
    WEBSOCKET
}
