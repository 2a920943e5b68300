package io.github.sammaven.core.local.apigateway.websocket;

/**
 * Whether a client may connect.
 *
 * @param status 101 if it may
 * @param body of the refusal
 * @param client with what the authorizer said
 * @param outcome of the {@code $connect} route
 */
record ConnectVerdict(int status, String body, SocketClient client, CallOutcome outcome) {

    static final int SWITCHING_PROTOCOLS = 101;

    boolean isWelcome() {
        return status == SWITCHING_PROTOCOLS;
    }
}
