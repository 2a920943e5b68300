package io.github.sammaven.core.local.apigateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTableTest {

    private static final String NONE = "none";

    private static LocalApi api(ApiKind kind, String stage, List<String> keys) {
        return new LocalApi(
                kind,
                "Api",
                stage,
                Map.of(),
                List.of(),
                Optional.empty(),
                keys.stream().map(RouteTableTest::route).toList(),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
    }

    private static Route route(String key) {
        int blank = key.indexOf(' ');
        return new Route(
                blank < 0 ? "" : key.substring(0, blank),
                key.substring(blank + 1),
                Optional.empty(),
                new Integration.Function("Function", PayloadVersion.V2, Duration.ofSeconds(30), false),
                Access.OPEN,
                SourceMark.NONE);
    }

    /** The key of the route, and its parameters if it has any. */
    private static String matched(RouteTable table, String request) {
        String[] parts = request.split(" ", 2);
        return table.match(parts[0], parts[1]).map(RouteTableTest::shown).orElse(NONE);
    }

    private static String shown(RouteMatch match) {
        String parameters = match.parameters().isEmpty() ? "" : " " + new TreeMap<>(match.parameters());
        return match.route().key() + parameters + (match.stageInPath() ? " staged" : "");
    }

    /**
     * One line of the specification.
     *
     * @param routes separated by commas
     */
    private record Row(String line, String routes, String request, String rest, String http, String samCli) {

        static Row same(String line, String routes, String request, String answer) {
            return new Row(line, routes, request, answer, answer, answer);
        }

        @Override
        public String toString() {
            return line + ": " + request;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                Row.same("literal path", "GET /a/b", "GET /a/b", "GET /a/b"),
                Row.same("root", "GET /", "GET /", "GET /"),
                Row.same("a parameter is one segment", "GET /items/{id}", "GET /items/7", "GET /items/{id} {id=7}"),
                Row.same("a parameter is not two segments", "GET /items/{id}", "GET /items/7/8", NONE),
                Row.same("a parameter is not empty", "GET /items/{id}", "GET /items/", NONE),
                Row.same(
                        "escapes of a parameter are kept",
                        "GET /items/{id}",
                        "GET /items/a%20b",
                        "GET /items/{id} {id=a%20b}"),
                Row.same("a greedy parameter is one segment", "GET /{p+}", "GET /a", "GET /{p+} {p=a}"),
                Row.same("a greedy parameter is several segments", "GET /{p+}", "GET /a/b/c", "GET /{p+} {p=a/b/c}"),
                Row.same("a greedy parameter is not empty", "GET /{p+}", "GET /", NONE),
                Row.same("a greedy parameter below a path is not empty", "GET /a/{p+}", "GET /a/", NONE),
                Row.same(
                        "several parameters",
                        "GET /{a}/x/{b}/{c+}",
                        "GET /1/x/2/3/4",
                        "GET /{a}/x/{b}/{c+} {a=1, b=2, c=3/4}"),
                Row.same("literal before parameter", "GET /{id},GET /me", "GET /me", "GET /me"),
                Row.same("parameter before greedy", "GET /{p+},GET /{id}", "GET /me", "GET /{id} {id=me}"),
                Row.same("the more specific wins", "GET /{p+},GET /a/{p+}", "GET /a/b", "GET /a/{p+} {p=b}"),
                Row.same(
                        "the way back from a literal that leads nowhere",
                        "GET /users/me,GET /users/{id}/posts",
                        "GET /users/me/posts",
                        "GET /users/{id}/posts {id=me}"),
                new Row("$default last", "$default,GET /a", "GET /b", "$default", "$default", "$default"),
                new Row("$default for other methods", "$default,GET /a", "POST /a", "$default", "$default", "$default"),
                Row.same("$default for the root", "$default", "GET /", "$default"),
                new Row(
                        "$default for what is no path",
                        "$default,GET /a",
                        "OPTIONS *",
                        "$default",
                        "$default",
                        "$default"),
                Row.same("the method before ANY", "ANY /a,GET /a", "GET /a", "GET /a"),
                Row.same("ANY takes the other methods", "ANY /a,GET /a", "PUT /a", "ANY /a"),
                new Row("ANY is seven methods in SAM CLI", "ANY /a", "PROPFIND /a", "ANY /a", "ANY /a", NONE),
                Row.same("ANY takes HEAD", "ANY /a", "HEAD /a", "ANY /a"),
                Row.same("no implicit HEAD", "GET /a", "HEAD /a", NONE),
                Row.same("OPTIONS is not automatic", "GET /a", "OPTIONS /a", NONE),
                Row.same("methods are in capital letters", "GET /a", "get /a", "GET /a"),
                Row.same("paths have small and capital letters", "GET /a", "GET /A", NONE),
                new Row("slash at the end", "GET /a", "GET /a/", NONE, NONE, "GET /a"),
                new Row("defined slash at the end", "GET /a/", "GET /a/", "GET /a/", "GET /a/", "GET /a/"),
                new Row("defined slash at the end that is not sent", "GET /a/", "GET /a", NONE, NONE, "GET /a/"),
                new Row(
                        "slash at the end of a greedy parameter",
                        "GET /{p+}",
                        "GET /a/",
                        "GET /{p+} {p=a/}",
                        "GET /{p+} {p=a/}",
                        "GET /{p+} {p=a}"),
                new Row(
                        "escaped slash",
                        "GET /items/{id}",
                        "GET /items/a%2Fb",
                        "GET /items/{id} {id=a%2Fb}",
                        "GET /items/{id} {id=a%2Fb}",
                        NONE),
                new Row(
                        "escaped slash with a greedy route",
                        "GET /items/{id},GET /{p+}",
                        "GET /items/a%2fb",
                        "GET /items/{id} {id=a%2fb}",
                        "GET /items/{id} {id=a%2fb}",
                        "GET /{p+} {p=items/a/b}"),
                Row.same("escapes in a literal", "GET /a-b/café", "GET /a%2Db/caf%C3%A9", "GET /a-b/café"),
                Row.same("double slash without a greedy route", "GET /x", "GET //x", NONE),
                Row.same("double slash with a greedy route", "GET /{p+}", "GET //x", "GET /{p+} {p=/x}"),
                new Row(
                        "a better path without the method",
                        "ANY /{p+},POST /a",
                        "GET /a",
                        NONE,
                        "ANY /{p+} {p=a}",
                        "ANY /{p+} {p=a}"),
                new Row(
                        "parameters of one place with two names",
                        "GET /{a},POST /{b}",
                        "POST /1",
                        "POST /{b} {b=1}",
                        "POST /{b} {b=1}",
                        "POST /{b} {b=1}"),
                new Row(
                        "the first of duplicates",
                        "GET /{a},GET /{b}",
                        "GET /1",
                        "GET /{a} {a=1}",
                        "GET /{a} {a=1}",
                        "GET /{a} {a=1}"),
                new Row("stage in the path", "GET /a", "GET /Prod/a", "GET /a staged", "GET /a staged", NONE),
                new Row("stage alone", "GET /", "GET /Prod", "GET / staged", "GET / staged", NONE),
                Row.same("something like the stage", "GET /a", "GET /Products/a", NONE),
                Row.same("a route like the stage", "GET /Prod/a,GET /a", "GET /Prod/a", "GET /Prod/a"),
                new Row(
                        "stage in the path before $default",
                        "$default,GET /a",
                        "GET /Prod/a",
                        "GET /a staged",
                        "GET /a staged",
                        "$default"),
                new Row(
                        "stage in the path of $default",
                        "$default",
                        "GET /Prod/b",
                        "$default staged",
                        "$default staged",
                        "$default"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void routeIsAsTheSpecificationSays(Row row) {
        List<String> routes = List.of(row.routes().split(","));
        assertThat(matched(RouteTable.of(api(ApiKind.REST, "Prod", routes), Compatibility.AWS), row.request()))
                .isEqualTo(row.rest());
        assertThat(matched(RouteTable.of(api(ApiKind.HTTP, "Prod", routes), Compatibility.AWS), row.request()))
                .isEqualTo(row.http());
        for (ApiKind kind : List.of(ApiKind.REST, ApiKind.HTTP)) {
            assertThat(matched(RouteTable.of(api(kind, "Prod", routes), Compatibility.SAM_CLI), row.request()))
                    .isEqualTo(row.samCli());
        }
    }

    @Test
    void stageWithoutPrefixIsNotTakenOffThePath() {
        RouteTable table = RouteTable.of(api(ApiKind.HTTP, "$default", List.of("GET /a")), Compatibility.AWS);
        assertThat(table.match("GET", "/$default/a")).isEmpty();
    }

    @Test
    void eachOfThousandsOfRoutesIsFound() {
        List<String> routes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            routes.add("GET /r" + i + "/{id}/x" + i);
        }
        RouteTable table = RouteTable.of(api(ApiKind.HTTP, "$default", routes), Compatibility.AWS);
        for (int i = 0; i < 5_000; i++) {
            assertThat(matched(table, "GET /r" + i + "/7/x" + i)).isEqualTo(routes.get(i) + " {id=7}");
        }
    }

    @Test
    void longPathsOfManyBranchesEndSoon() {
        List<String> routes = new ArrayList<>();
        for (int depth = 1; depth <= 12; depth++) {
            for (int i = 0; i < 1 << Math.min(depth, 9); i++) {
                StringBuilder path = new StringBuilder("GET ");
                for (int bit = 0; bit < depth; bit++) {
                    path.append((i >> bit & 1) == 0 ? "/a" : "/{p" + bit + "}");
                }
                routes.add(path + "/end");
            }
        }
        RouteTable table = RouteTable.of(api(ApiKind.REST, "Prod", routes), Compatibility.AWS);
        assertThat(table.match("GET", "/a".repeat(100_000))).isEmpty();
    }

    @Test
    void randomPathsNeverFail() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (Compatibility compatibility : Compatibility.values()) {
            RouteTable table = RouteTable.of(
                    api(ApiKind.REST, "Prod", List.of("GET /", "GET /a/{b}", "ANY /{p+}", "GET /x/{y}/z")),
                    compatibility);
            for (int i = 0; i < 20_000; i++) {
                StringBuilder path = new StringBuilder(random.nextInt(10) == 0 ? "" : "/");
                for (int length = random.nextInt(12); length > 0; length--) {
                    path.append(random.nextBoolean() ? "/a%2Fx{}".charAt(random.nextInt(8)) : (char) random.nextInt());
                }
                assertThat(table.match("GET", path.toString()))
                        .as("seed " + seed)
                        .isNotNull();
            }
        }
    }
}
