package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.websocket.ConnectAuthorizer;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ServerCertificate;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.report.EventSink;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a gateway serves, and how.
 *
 * @param apis each gets a listener, in this order; if they are merged, those of WebSockets come behind
 * @param merged whether REST and HTTP APIs share one listener and one table of routes, as in SAM CLI
 * @param compatibility whose answers are given where AWS and SAM CLI differ
 * @param address of the first listener; the others have the ports behind it, or free ones if it is 0
 * @param certificate for TLS; empty for plain text
 * @param staticFolder whose files answer what no route does; empty for none
 * @param region in events and ARNs
 * @param accountId in events and ARNs
 * @param functions has the functions of the routes
 * @param authorizers makes the one of each REST or HTTP API
 * @param webSockets for WebSocket APIs
 * @param journal gets each request with its event and result
 * @param events receives each request that was served
 */
public record GatewaySettings(
        List<LocalApi> apis,
        boolean merged,
        Compatibility compatibility,
        ListenAddress address,
        Optional<ServerCertificate> certificate,
        Optional<Path> staticFolder,
        String region,
        String accountId,
        FunctionService functions,
        Function<LocalApi, GatewayAuthorizer> authorizers,
        WebSockets webSockets,
        RequestJournal journal,
        EventSink events,
        Clock clock) {

    /**
     * Who may use WebSocket APIs.
     *
     * @param authorizer decides about connections where not everybody may connect
     * @param unsignedAllowed whether requests to {@code @connections} pass without a signature
     */
    public record WebSockets(ConnectAuthorizer authorizer, boolean unsignedAllowed) {}

    public GatewaySettings {
        apis = List.copyOf(apis);
    }

    boolean isSamCli() {
        return compatibility == Compatibility.SAM_CLI;
    }
}
