package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorsTest {

    private static final HttpCors ONE = new HttpCors(
            List.of("https://a.example"), List.of("PUT", "GET"), List.of("x-a"), List.of("x-b"), true, Optional.of(60));
    private static final HttpCors ALL =
            new HttpCors(List.of("*"), List.of("*"), List.of(), List.of(), false, Optional.empty());
    private static final String PREFLIGHT = "preflight";
    private static final String ANSWER = "answer";
    private static final String ERROR = "error";
    private static final String NONE = "none";

    private static LocalApi http(HttpCors cors) {
        return Requests.with(Requests.api(ApiKind.HTTP, "$default", Map.of()), cors);
    }

    /** With an OPTIONS route as the transform of {@code Cors} makes it. */
    private static LocalApi rest() {
        Integration.MockResponse response = new Integration.MockResponse(
                200,
                List.of(
                        new Header("Access-Control-Allow-Origin", "https://a.example"),
                        new Header("Access-Control-Allow-Methods", "GET,OPTIONS")),
                Map.of());
        Route route = new Route(
                "OPTIONS",
                "/a",
                Optional.empty(),
                new Integration.Mock(Map.of(), Map.of("default", response), Optional.empty()),
                Access.OPEN,
                SourceMark.NONE);
        return Requests.with(Requests.api(ApiKind.REST, "Prod", Map.of()), null, route);
    }

    private static String shown(ApiResponse response) {
        StringBuilder shown = new StringBuilder().append(response.status());
        response.headers().forEach(header -> shown.append(' ')
                .append(header.name().replace("Access-Control-", ""))
                .append('=')
                .append(header.value()));
        return shown.toString();
    }

    private static String on(Cors cors, String what, ApiRequest request) {
        ApiResponse response =
                new ApiResponse(200, List.of(new Header("access-control-allow-origin", "own")), new byte[0]);
        return switch (what) {
            case PREFLIGHT -> cors.preflight(request).map(CorsTest::shown).orElse(NONE);
            case ERROR -> shown(cors.error(request, response));
            default -> shown(cors.answer(request, response));
        };
    }

    private static ApiRequest request(String method, String... headers) {
        return Requests.request(method, "/a", "", new byte[0], headers);
    }

    private record Row(String line, LocalApi api, String what, ApiRequest request, String aws, String samCli) {

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> rows() {
        ApiRequest preflight =
                request("OPTIONS", "Origin", "https://a.example", "Access-Control-Request-Method", "PUT");
        ApiRequest strange = request("OPTIONS", "Origin", "https://b.example", "Access-Control-Request-Method", "PUT");
        ApiRequest get = request("GET", "Origin", "https://a.example");
        return Stream.of(
                new Row(
                        "preflight of an HTTP API",
                        http(ONE),
                        PREFLIGHT,
                        preflight,
                        "204 Allow-Origin=https://a.example Vary=Origin Allow-Credentials=true Allow-Methods=PUT,GET"
                                + " Allow-Headers=x-a Max-Age=60",
                        "200 Allow-Origin=https://a.example Allow-Methods=GET,OPTIONS,PUT Allow-Headers=x-a"
                                + " Allow-Credentials=true Max-Age=60"),
                new Row(
                        "preflight of an HTTP API that allows all",
                        http(ALL),
                        PREFLIGHT,
                        preflight,
                        "204 Allow-Origin=* Allow-Methods=*",
                        "200 Allow-Origin=* Allow-Methods=DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT"),
                new Row("preflight of an origin that is not listed", http(ONE), PREFLIGHT, strange, "204", "200"),
                new Row(
                        "OPTIONS without Access-Control-Request-Method",
                        http(ALL),
                        PREFLIGHT,
                        request("OPTIONS", "Origin", "https://a.example"),
                        NONE,
                        "200 Allow-Origin=* Allow-Methods=DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT"),
                new Row("OPTIONS without Origin", http(ALL), PREFLIGHT, request("OPTIONS"), NONE, "200"),
                new Row("another method", http(ALL), PREFLIGHT, get, NONE, NONE),
                new Row("HTTP API without CORS", http(null), PREFLIGHT, preflight, NONE, NONE),
                new Row(
                        "preflight of a REST API",
                        rest(),
                        PREFLIGHT,
                        preflight,
                        NONE,
                        "200 Allow-Origin=https://a.example Allow-Methods=GET,OPTIONS"),
                new Row(
                        "answer of an HTTP API",
                        http(ONE),
                        ANSWER,
                        get,
                        "200 Allow-Origin=https://a.example Vary=Origin Allow-Credentials=true Expose-Headers=x-b",
                        "200 Allow-Origin=https://a.example Allow-Methods=GET,OPTIONS,PUT Allow-Headers=x-a"
                                + " Allow-Credentials=true Max-Age=60"),
                new Row(
                        "answer of an HTTP API without Origin",
                        http(ONE),
                        ANSWER,
                        request("GET"),
                        "200",
                        "200 access-control-allow-origin=own"),
                new Row(
                        "answer of an HTTP API to an origin that is not listed",
                        http(ONE),
                        ANSWER,
                        request("GET", "Origin", "https://b.example"),
                        "200",
                        "200 access-control-allow-origin=own"),
                new Row(
                        "answer of an HTTP API without CORS",
                        http(null),
                        ANSWER,
                        get,
                        "200 access-control-allow-origin=own",
                        "200 access-control-allow-origin=own"),
                new Row(
                        "answer of a REST API",
                        rest(),
                        ANSWER,
                        request("GET"),
                        "200 access-control-allow-origin=own",
                        "200 Allow-Origin=https://a.example Allow-Methods=GET,OPTIONS"),
                new Row(
                        "error of an HTTP API",
                        http(ALL),
                        ERROR,
                        get,
                        "200 Allow-Origin=*",
                        "200 access-control-allow-origin=own"),
                new Row(
                        "error of a REST API",
                        rest(),
                        ERROR,
                        get,
                        "200 access-control-allow-origin=own",
                        "200 access-control-allow-origin=own"));
    }

    @ParameterizedTest(name = "8: {0}")
    @MethodSource("rows")
    void headersAreAsTheSpecificationSays(Row row) {
        assertThat(on(Cors.of(row.api(), Compatibility.AWS), row.what(), row.request()))
                .as("aws")
                .isEqualTo(row.aws());
        assertThat(on(Cors.of(row.api(), Compatibility.SAM_CLI), row.what(), row.request()))
                .as("sam-cli")
                .isEqualTo(row.samCli());
    }

    @ParameterizedTest
    @CsvSource({
        "https://*.example, https://a.example, true",
        "https://*.example, https://a.b.example, true",
        "https://*.example, http://a.example, false",
        "https://*.example, https://.example.org, false",
        "https://*, https://a.example, true",
        "https://*, http://a.example, false",
        "aba*aba, aba, false"
    })
    void asteriskStandsForAnyText(String pattern, String origin, boolean allowed) {
        assertThat(new Origins(List.of(pattern)).has(origin)).isEqualTo(allowed);
    }

    @Test
    void otherVaryHeadersAreKept() {
        ApiResponse response = new ApiResponse(200, List.of(new Header("Vary", "Accept-Encoding")), new byte[0]);
        assertThat(Cors.of(http(ONE), Compatibility.AWS)
                        .answer(request("GET", "Origin", "https://a.example"), response)
                        .headers())
                .contains(new Header("Vary", "Accept-Encoding"), new Header("Vary", "Origin"));
    }
}
