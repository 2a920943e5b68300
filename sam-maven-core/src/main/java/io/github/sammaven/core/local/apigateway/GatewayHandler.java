package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.problem.SamException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Optional;

/** The way of each request: read, routed, authorized, answered. */
final class GatewayHandler implements HttpHandler {

    private final Routing routing;
    private final GatewaySettings settings;
    private final RequestLimits limits;
    private final FunctionIntegration functions;
    private final Optional<StaticFiles> files;

    GatewayHandler(Routing routing, GatewaySettings settings, IntegrationTimer timer) {
        this.routing = routing;
        this.settings = settings;
        this.limits = RequestLimits.of(settings.compatibility());
        this.functions = new FunctionIntegration(settings, timer);
        this.files = settings.staticFolder().map(folder -> new StaticFiles(folder, settings.compatibility()));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Transaction transaction = new Transaction(exchange, settings, routing.fallback());
        ApiRequest head = transaction.request();
        Optional<Routing.Found> found = routing.find(head.method(), head.path());
        PublishedApi api = found.map(Routing.Found::api).orElseGet(routing::fallback);
        if (read(transaction, api)) {
            answer(transaction, api, found);
        }
    }

    private boolean read(Transaction transaction, PublishedApi api) {
        Optional<RequestLimits.Excess> excess;
        try {
            excess = limits.read(transaction, api.api().kind());
        } catch (IOException e) {
            transaction.exchange().setPersistent(false);
            excess = Optional.of(new RequestLimits.Excess(
                    GatewayError.BAD_REQUEST, "the body of the request ended early, or is not as HTTP wants it"));
        }
        excess.ifPresent(refused -> transaction.refuse(api, refused.error(), refused.reason()));
        return excess.isEmpty();
    }

    private void answer(Transaction transaction, PublishedApi api, Optional<Routing.Found> found) {
        ApiRequest request = transaction.request();
        Optional<ApiResponse> preflight = api.cors().preflight(request);
        if (preflight.isPresent()) {
            transaction.answerAndClose(api, preflight.get(), "", "CORS preflight");
            return;
        }
        Optional<ApiResponse> file = files.flatMap(folder -> folder.answer(request, found.map(Routing.Found::match)));
        if (file.isPresent()) {
            transaction.answerAndClose(api, file.get(), "", "static file");
        } else if (found.isEmpty()
                || files.isPresent() && files.get().hides(request, found.get().match())) {
            unrouted(transaction, api);
        } else {
            routed(transaction, found.get());
        }
    }

    private void unrouted(Transaction transaction, PublishedApi api) {
        ApiRequest request = transaction.request();
        if (settings.isSamCli()
                && request.method().equals("HEAD")
                && routing.find("GET", request.path()).isPresent()) {
            transaction.refuse(api, GatewayError.INTEGRATION_FAILURE, "SAM CLI does not answer HEAD here");
            return;
        }
        transaction.refuse(api, GatewayError.MISSING_AUTHENTICATION_TOKEN, "no such route");
    }

    private void routed(Transaction transaction, Routing.Found found) {
        Authorization authorization = authorization(transaction.request(), found);
        if (authorization instanceof Authorization.Refused refused) {
            PublishedApi api = found.api();
            ApiResponse response =
                    api.error(transaction.request(), refused.error()).with(refused.headers());
            transaction.answerAndClose(api, response, "", refused.reason());
            return;
        }
        Integration integration = found.match().route().integration();
        if (integration instanceof Integration.Function function) {
            functions.call(transaction, found, function, (Authorization.Allowed) authorization);
        } else if (integration instanceof Integration.Mock) {
            mock(transaction, found);
        } else if (integration instanceof Integration.Unsupported unsupported) {
            unsupported(transaction, found.api(), unsupported);
        }
    }

    /** An authorizer that breaks keeps its route closed. */
    private static Authorization authorization(ApiRequest request, Routing.Found found) {
        try {
            return found.api().authorizer().authorize(request, found.match());
        } catch (SamException e) {
            return new Authorization.Refused(GatewayError.AUTHORIZER_FAILURE, e.getMessage());
        }
    }

    /** SAM CLI begins with all integrations of functions, and fails at those it does not know. */
    private void unsupported(Transaction transaction, PublishedApi api, Integration.Unsupported integration) {
        ApiRequest request = transaction.request();
        ApiResponse response = settings.isSamCli() && integration.type().equals("aws_proxy")
                ? api.error(request, GatewayError.INTEGRATION_FAILURE)
                : api.error(request, GatewayError.UNSUPPORTED, integration.reason());
        transaction.answerAndClose(api, response, integration.type(), integration.reason());
    }

    private void mock(Transaction transaction, Routing.Found found) {
        PublishedApi api = found.api();
        MockIntegration.Answer answer = api.mock(found.match().route()).answer(transaction.request());
        if (answer instanceof MockIntegration.Given given) {
            transaction.answerAndClose(api, api.ofMock(transaction.request(), given.response()), "mock", "");
        } else if (answer instanceof MockIntegration.Undecided undecided) {
            transaction.refuse(api, GatewayError.API_CONFIGURATION_ERROR, undecided.reason());
        }
    }
}
