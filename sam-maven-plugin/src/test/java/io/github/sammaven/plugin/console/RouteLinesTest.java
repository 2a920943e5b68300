package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.IdentitySource;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteLabel;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteLinesTest {

    private static final String URL = "http://127.0.0.1:3000";

    private static LocalApi api(String id, Route... routes) {
        return api(ApiKind.HTTP, id, routes);
    }

    private static LocalApi api(ApiKind kind, String id, Route... routes) {
        return new LocalApi(
                kind,
                id,
                "$default",
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(routes),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
    }

    private static Integration function(String name) {
        return new Integration.Function(name, PayloadVersion.V2, Duration.ofSeconds(30), false);
    }

    private static Route route(String method, String path, Integration integration, Access access) {
        return new Route(method, path, Optional.empty(), integration, access, SourceMark.NONE);
    }

    private static String access(Access access) {
        return new RouteLabel(route("GET", "/", function("Any"), access)).access();
    }

    private static String answeredBy(Route route) {
        return new RouteLabel(route).answeredBy();
    }

    private static Access with(Authorizer authorizer, String... scopes) {
        return new Access(Optional.of(authorizer), List.of(scopes), false);
    }

    @Test
    void columnsAreAsWideAsTheirWidestValue() {
        LocalApi api = api(
                "Web",
                route("GET", "/orders/{id}", function("OrdersFunction"), Access.OPEN),
                route("DELETE", "/", function("Drop"), with(new Authorizer.Iam("AWS_IAM"))));
        assertThat(new RouteLines(List.of(api), URL).table())
                .containsExactly(
                        "Web  (HTTP, stage $default)   http://127.0.0.1:3000",
                        "  GET     /orders/{id}    OrdersFunction",
                        "  DELETE  /               Drop              authorizer AWS_IAM (IAM)");
    }

    @Test
    void accessSaysEverythingThatIsAskedFor() {
        IdentitySource header = new IdentitySource(IdentitySource.Place.HEADER, "Authorization");
        assertThat(access(Access.OPEN)).isEmpty();
        assertThat(access(with(new Authorizer.Jwt("UserAuth", "https://issuer", List.of(), header), "read", "write")))
                .isEqualTo("authorizer UserAuth (JWT), scopes read write");
        assertThat(access(with(new Authorizer.Cognito("Pool", List.of("arn"), header, Optional.empty()))))
                .isEqualTo("authorizer Pool (Cognito)");
        assertThat(access(with(new Authorizer.Unknown("PartnerAuth", "custom"))))
                .isEqualTo("authorizer PartnerAuth (unknown kind, closed)");
        assertThat(access(new Access(Optional.empty(), List.of(), true))).isEqualTo("API key");
    }

    @Test
    void whatIsNoFunctionIsSaid() {
        assertThat(answeredBy(
                        route("GET", "/old", new Integration.Unsupported("http_proxy", "No such thing."), Access.OPEN)))
                .isEqualTo("http_proxy, not served");
        assertThat(answeredBy(
                        route("OPTIONS", "/", new Integration.Mock(Map.of(), Map.of(), Optional.empty()), Access.OPEN)))
                .isEqualTo("mock");
    }

    @Test
    void mountingsAreInTheWordsScriptsWaitFor() {
        LocalApi api = api(
                "Web",
                route("GET", "/orders", function("Orders"), Access.OPEN),
                route(Route.ANY, "/{proxy+}", function("Any"), Access.OPEN),
                route("", Route.DEFAULT, function("Rest"), Access.OPEN),
                route("OPTIONS", "/orders", new Integration.Mock(Map.of(), Map.of(), Optional.empty()), Access.OPEN));
        assertThat(new RouteLines(List.of(api), URL).mountings())
                .containsExactly(
                        "Mounting Orders at http://127.0.0.1:3000/orders [GET]",
                        "Mounting Any at http://127.0.0.1:3000/{proxy+} [DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT]",
                        "Mounting Rest at http://127.0.0.1:3000/ [DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT]");
    }

    @Test
    void routesOfWebSocketsHaveNoMethodAndAreNoMountings() {
        LocalApi chat = api(ApiKind.WEBSOCKET, "Chat", route("", "$connect", function("Greet"), Access.OPEN));
        RouteLines lines = new RouteLines(List.of(chat), "ws://127.0.0.1:3001");
        assertThat(lines.table())
                .containsExactly("Chat  (WEBSOCKET, stage $default)   ws://127.0.0.1:3001", "  $connect    Greet");
        assertThat(lines.mountings()).isEmpty();
    }

    @Test
    void apiWithoutRoutesHasOneLine() {
        assertThat(new RouteLines(List.of(api("Empty")), URL).table())
                .containsExactly("Empty  (HTTP, stage $default)   http://127.0.0.1:3000");
    }
}
