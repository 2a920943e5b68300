package io.github.sammaven.core.local.apigateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizerEventsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ABSENT = "absent";
    private static final String AWS_ARN = "arn:aws:execute-api:eu-central-1:210987654321:shopordersapi/Prod/POST/a%20b";
    private static final String SAM_ARN = "arn:aws:execute-api:us-east-1:123456789012:1234567890/Prod/POST/a b";
    private static final ApiRequest REQUEST =
            Requests.request("POST", "/a%20b", "q=1", "body".getBytes(StandardCharsets.UTF_8), "A", "1");
    private static final RouteMatch MATCH = Requests.match("ANY", "/{id}", Map.of("id", "a%20b"));

    private static ProxyEvents events(ApiKind kind, String stage, Compatibility compatibility) {
        LocalApi api = Requests.api(kind, stage, Map.of());
        return new ProxyEvents(api, ApiIdentity.of(api, compatibility, "eu-central-1", "210987654321"), compatibility);
    }

    private static Authorizer.Lambda authorizer(boolean tokenOnly, PayloadVersion version) {
        return new Authorizer.Lambda(
                "Auth", "AuthFunction", tokenOnly, List.of(), Optional.empty(), Duration.ZERO, version, false);
    }

    private enum Form {
        TOKEN,
        REST,
        HTTP_1,
        HTTP_2
    }

    private static JsonNode event(Form form, Compatibility compatibility) throws IOException {
        ApiKind kind = form == Form.TOKEN || form == Form.REST ? ApiKind.REST : ApiKind.HTTP;
        PayloadVersion version = form == Form.HTTP_2 ? PayloadVersion.V2 : PayloadVersion.V1;
        return MAPPER.readTree(events(kind, "Prod", compatibility)
                .authorizer(REQUEST, MATCH, authorizer(form == Form.TOKEN, version), List.of("one", "two")));
    }

    private record Row(Form form, String field, String aws, String samCli) {

        @Override
        public String toString() {
            return form + " " + field;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(Form.TOKEN, "type", "TOKEN", "TOKEN"),
                new Row(Form.TOKEN, "authorizationToken", "one", "one"),
                new Row(Form.TOKEN, "methodArn", AWS_ARN, SAM_ARN),
                new Row(Form.TOKEN, "httpMethod", ABSENT, ABSENT),
                new Row(Form.REST, "type", "REQUEST", "REQUEST"),
                new Row(Form.REST, "methodArn", AWS_ARN, SAM_ARN),
                new Row(Form.REST, "resource", "/{id}", "/{id}"),
                new Row(Form.REST, "pathParameters", "{\"id\":\"a b\"}", "{\"id\":\"a b\"}"),
                new Row(Form.REST, "queryStringParameters", "{\"q\":\"1\"}", "{\"q\":\"1\"}"),
                new Row(Form.REST, "identitySource", ABSENT, ABSENT),
                new Row(Form.REST, "body", ABSENT, "body"),
                new Row(Form.HTTP_1, "type", "REQUEST", "REQUEST"),
                new Row(Form.HTTP_1, "methodArn", AWS_ARN, SAM_ARN),
                new Row(Form.HTTP_1, "identitySource", "one,two", "one,two"),
                new Row(Form.HTTP_1, "authorizationToken", "one,two", "one,two"),
                new Row(Form.HTTP_1, "version", "1.0", "2.0"),
                new Row(Form.HTTP_2, "type", "REQUEST", "REQUEST"),
                new Row(Form.HTTP_2, "routeArn", AWS_ARN, SAM_ARN),
                new Row(Form.HTTP_2, "identitySource", "[\"one\",\"two\"]", "[\"one\",\"two\"]"),
                new Row(Form.HTTP_2, "version", "2.0", "2.0"),
                new Row(Form.HTTP_2, "routeKey", "ANY /{id}", "POST /{id}"),
                new Row(Form.HTTP_2, "isBase64Encoded", ABSENT, "false"));
    }

    @ParameterizedTest(name = "7.3: {0}")
    @MethodSource("rows")
    void fieldIsAsTheSpecificationSays(Row row) throws IOException {
        assertThat(at(event(row.form(), Compatibility.AWS), row.field()))
                .as("aws")
                .isEqualTo(row.aws());
        assertThat(at(event(row.form(), Compatibility.SAM_CLI), row.field()))
                .as("sam-cli")
                .isEqualTo(row.samCli());
    }

    private static String at(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isMissingNode() ? ABSENT : value.isTextual() ? value.asText() : value.toString();
    }

    @Test
    void authorizerHasTheIdOfTheRequest() throws IOException {
        assertThat(event(Form.HTTP_2, Compatibility.AWS)
                        .path("requestContext")
                        .path("requestId")
                        .asText())
                .isEqualTo(Requests.ID);
    }

    @Test
    void stageThatIsNotSetIsPrintedInTheArn() {
        assertThat(events(ApiKind.HTTP, "", Compatibility.AWS).arn(REQUEST, MATCH))
                .endsWith("shopordersapi/$default/POST/a%20b");
        assertThat(events(ApiKind.HTTP, "", Compatibility.SAM_CLI).arn(REQUEST, MATCH))
                .endsWith("1234567890/None/POST/a b");
    }

    @Test
    void stageInThePathIsOnceInTheArn() {
        assertThat(events(ApiKind.REST, "Prod", Compatibility.AWS)
                        .arn(Requests.get("/Prod/x"), new RouteMatch(MATCH.route(), Map.of(), true)))
                .endsWith("shopordersapi/Prod/GET/x");
    }
}
