package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Asks the authorizer and then the function of {@code $connect}. Without such a route everybody may connect. */
final class ConnectRoute {

    private final ServedStage stage;
    private final SocketEvents events;
    private final ConnectAuthorizer authorizer;

    ConnectRoute(ServedStage stage, SocketEvents events, ConnectAuthorizer authorizer) {
        this.stage = stage;
        this.events = events;
        this.authorizer = authorizer;
    }

    ConnectVerdict ask(
            SocketClient client, Arrival arrival, ApiRequest request, Map<String, ? extends Collection<String>> query) {
        Optional<Route> connect = stage.route(SocketEvents.CONNECT);
        if (connect.isEmpty()) {
            return welcome(client, CallOutcome.without(""));
        }
        Route route = connect.get();
        ObjectNode event = events.connect(client, arrival, request, query);
        if (route.access().equals(Access.OPEN)) {
            return call(route, client, arrival, event);
        }
        Authorization authorization = authorization(route, request, event);
        if (authorization instanceof Authorization.Refused refused) {
            GatewayError error = refused.error();
            return refusal(
                    error.status(ApiKind.WEBSOCKET),
                    error.message(ApiKind.WEBSOCKET),
                    client,
                    arrival,
                    CallOutcome.without(refused.reason()));
        }
        SocketClient known = client.with(((Authorization.Allowed) authorization).context());
        return call(route, known, arrival, events.connect(known, arrival, request, query));
    }

    /** Closed if nobody can tell. */
    private Authorization authorization(Route route, ApiRequest request, ObjectNode event) {
        try {
            return authorizer.authorize(stage.api(), route, request, event);
        } catch (RuntimeException failure) {
            return new Authorization.Refused(GatewayError.AUTHORIZER_FAILURE, String.valueOf(failure.getMessage()));
        }
    }

    private ConnectVerdict call(Route route, SocketClient client, Arrival arrival, ObjectNode event) {
        CallOutcome outcome = stage.call(route, arrival, event).join();
        Optional<String> error = outcome.errorMessage();
        if (error.isPresent()) {
            return refusal(outcome.status(), error.get(), client, arrival, outcome);
        }
        SocketAnswer answer = outcome.answer().orElse(SocketAnswer.OK);
        if (answer.isSuccess()) {
            return welcome(client, outcome);
        }
        return answer.isRefusal()
                ? new ConnectVerdict(answer.status(), answer.body(), client, outcome)
                : refusal(502, "Internal server error", client, arrival, outcome);
    }

    private static ConnectVerdict welcome(SocketClient client, CallOutcome outcome) {
        return new ConnectVerdict(ConnectVerdict.SWITCHING_PROTOCOLS, "", client, outcome);
    }

    private static ConnectVerdict refusal(
            int status, String message, SocketClient client, Arrival arrival, CallOutcome outcome) {
        return new ConnectVerdict(
                status, GatewayMessage.of(message, client.connectionId(), arrival.requestId()), client, outcome);
    }
}
