package io.github.sammaven.core.local.apigateway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for each fact about where routes, authorizers and CORS come from. What is read does not depend on the mode; the
 * column of SAM CLI says where its reading differs.
 */
class DefinitionRowsTest {

    /**
     * @param line the fact
     * @param samCli what SAM CLI makes of it; empty if the same
     * @param resources of a template with the functions F and G
     * @param lines that must be in what is read; with {@code -} in front those that must not
     */
    record Row(String line, String samCli, String resources, List<String> lines) {

        @Override
        public String toString() {
            return samCli.isEmpty() ? line : line + " [sam-cli: " + samCli + "]";
        }
    }

    private static final String FUNCTIONS = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: {Runtime: java17, Handler: a, CodeUri: target, AutoPublishAlias: live%s}
              G:
                Type: AWS::Serverless::Function
                Properties: {Runtime: java17, Handler: a, CodeUri: target}
            """;

    private static final String URI =
            "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${F.Arn}/invocations";

    static Stream<Row> sources() {
        return Stream.of(
                new Row(
                        "both families of one template are served",
                        "the first resource decides, the other family is ignored",
                        events("Api", "Path: /a, Method: get") + http("openapi: 3.0.1", "/b", "get", ""),
                        List.of("REST ServerlessRestApi", "HTTP Api")),
                new Row(
                        "Api events belong to the implicit REST API and have payload 1.0",
                        "",
                        events("Api", "Path: /a, Method: get"),
                        List.of("REST ServerlessRestApi stage Prod", "GET /a", "function F V1")),
                new Row(
                        "HttpApi events belong to the implicit HTTP API and have payload 2.0",
                        "",
                        events("HttpApi", "Path: /a, Method: get"),
                        List.of("HTTP ServerlessHttpApi stage $default", "GET /a", "function F V2")),
                new Row(
                        "PayloadFormatVersion of an HttpApi event",
                        "",
                        events("HttpApi", "Path: /a, Method: get, PayloadFormatVersion: '1.0'"),
                        List.of("function F V1")),
                new Row(
                        "an HttpApi event without a path is the default route",
                        "",
                        events("HttpApi", ""),
                        List.of("  $default  @")),
                new Row(
                        "ANY stays one route",
                        "seven routes",
                        events("Api", "Path: /a, Method: any"),
                        List.of("ANY /a", "-GET /a")),
                new Row(
                        "operationId becomes the operation name",
                        "",
                        rest("swagger: '2.0'", "/a", "get", "operationId: readA, "),
                        List.of("GET /a (readA)")),
                new Row(
                        "x-amazon-apigateway-any-method is ANY",
                        "",
                        rest("swagger: '2.0'", "/a", "x-amazon-apigateway-any-method", ""),
                        List.of("ANY /a")),
                new Row(
                        "a definition of neither Swagger 2 nor OpenAPI 3 is read all the same",
                        "an error, if it has authorizers",
                        rest("openapi: 4.0.0", "/a", "get", ""),
                        List.of("GET /a")),
                new Row(
                        "a REST API without a definition is told",
                        "left out",
                        "  Api:\n    Type: AWS::ApiGateway::RestApi\n",
                        List.of("REST Api", "! template.yaml:9:3: Api has no routes that can be served")),
                new Row(
                        "raw V2 stages have StageVariables",
                        "reads Variables",
                        http("openapi: 3.0.1", "/a", "get", "")
                                + "  Stage:\n    Type: AWS::ApiGatewayV2::Stage\n"
                                + "    Properties: {ApiId: !Ref Api, StageName: x, StageVariables: {A: b}}\n",
                        List.of("HTTP Api stage x", "variable A = b")),
                new Row("mock integrations answer", "left out", integration("type: mock"), List.of("mock")),
                new Row(
                        "http integrations are told and answered with 501",
                        "left out",
                        integration("type: http, uri: 'https://example.org'"),
                        List.of("unsupported http", "! template.yaml:16:")));
    }

    static Stream<Row> functions() {
        return Stream.of(
                uri("Fn::Sub with an ARN", "", "!Sub '" + URI + "'", "function F"),
                uri(
                        "Fn::Sub in list form",
                        "",
                        "!Sub ['" + URI.replace("F.Arn", "X") + "', {X: !GetAtt F.Arn}]",
                        "function F"),
                uri("an alias SAM makes", "", "!Sub '" + URI.replace("F.Arn", "F.Alias") + "'", "function F"),
                uri("a plain GetAtt", "not known, unless resolved before", "!GetAtt F.Arn", "function F"),
                uri("a plain Ref", "not known, unless resolved before", "!Ref F", "function F"),
                uri(
                        "Fn::Join",
                        "not known, unless resolved before",
                        "!Join ['', ['arn:aws:apigateway:x:lambda:path/2015-03-31/functions/', !GetAtt F.Arn, /invocations]]",
                        "function F"),
                uri(
                        "an ARN of another partition",
                        "only aws is known",
                        "'arn:aws-us-gov:apigateway:us-gov-west-1:lambda:path/2015-03-31/functions/arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:F/invocations'",
                        "function F"),
                uri(
                        "an ARN with a version",
                        "",
                        "'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:F:7/invocations'",
                        "function F"),
                uri(
                        "a stage variable",
                        "left out",
                        "'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:${stageVariables.name}/invocations'",
                        "function G"),
                uri(
                        "a function of nobody stays as it is written",
                        "502 No function defined for resource method",
                        "'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:Nobody/invocations'",
                        "function arn:aws:lambda:eu-central-1:123456789012:function:Nobody"));
    }

    static Stream<Row> authorizers() {
        return Stream.of(
                authorizer(
                        "TOKEN is the default kind of REST APIs, with Authorization, kept for 300 s",
                        "never kept",
                        "Api",
                        "FunctionArn: !GetAtt G.Arn",
                        "A: function G token V1 HEADER Authorization, kept for 300 s"),
                authorizer(
                        "Identity.Header and ValidationExpression of TOKEN",
                        "",
                        "Api",
                        "FunctionArn: !GetAtt G.Arn, Identity: {Header: X, ValidationExpression: 'a+'}",
                        "A: function G token V1 HEADER X like a+, kept for 300 s"),
                authorizer(
                        "REQUEST with all identity sources",
                        "",
                        "Api",
                        "FunctionArn: !GetAtt G.Arn, FunctionPayloadType: REQUEST, Identity: {Headers: [H], QueryStrings: [q], Context: [c], StageVariables: [s], ReauthorizeEvery: 0}",
                        "A: function G request V1 HEADER H, QUERY_STRING q, STAGE_VARIABLE s, CONTEXT c, kept for 0 s"),
                authorizer(
                        "HTTP APIs ask with REQUEST only, and keep nothing unless told",
                        "",
                        "HttpApi",
                        "FunctionArn: !GetAtt G.Arn, AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true, Identity: {Headers: [H]}",
                        "A: function G request V2 simple HEADER H, kept for 0 s"),
                authorizer(
                        "JWT authorizers are asked",
                        "open",
                        "HttpApi",
                        "IdentitySource: $request.header.Authorization, JwtConfiguration: {issuer: 'https://i', audience: [a]}",
                        "A: tokens of https://i for [a] in HEADER Authorization"),
                authorizer(
                        "Cognito user pools are asked",
                        "open",
                        "Api",
                        "UserPoolArn: 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/p'",
                        "A: pools [arn:aws:cognito-idp:eu-central-1:123456789012:userpool/p] in HEADER Authorization"),
                new Row(
                        "an authorizer that nobody defines closes its routes",
                        "open, with a warning",
                        rest("swagger: '2.0'", "/a", "get", "security: [{nobody: []}], "),
                        List.of("asks nobody: unknown undefined")),
                new Row(
                        "security [] opens a route",
                        "",
                        rest("swagger: '2.0', security: [{AWS_IAM: []}]", "/a", "get", "security: [], "),
                        List.of("-asks")),
                new Row(
                        "security at the root is the default, of Swagger 2 too",
                        "of OpenAPI 3 only",
                        rest("swagger: '2.0', security: [{AWS_IAM: []}]", "/a", "get", ""),
                        List.of("asks AWS_IAM: a signature")),
                new Row(
                        "of several authorizers the first one is asked",
                        "an error",
                        rest("swagger: '2.0'", "/a", "get", "security: [{AWS_IAM: []}, {other: []}], "),
                        List.of("asks AWS_IAM: a signature", "a route has one authorizer, AWS_IAM")));
    }

    static Stream<Row> cors() {
        return Stream.of(
                new Row(
                        "Cors of a REST API as a text makes OPTIONS routes",
                        "",
                        serverless("Api", "StageName: live, Cors: \"'*'\""),
                        List.of("OPTIONS /a", "Access-Control-Allow-Origin=*")),
                new Row(
                        "CorsConfiguration: true of an HTTP API",
                        "",
                        serverless("HttpApi", "CorsConfiguration: true"),
                        List.of("cors HttpCors[origins=[*]")),
                new Row(
                        "CorsConfiguration of an HTTP API, exposed headers too",
                        "exposed headers are ignored",
                        serverless(
                                "HttpApi",
                                "CorsConfiguration: {AllowOrigins: ['https://a'], AllowMethods: [GET], AllowHeaders: [h], ExposeHeaders: [e], AllowCredentials: true, MaxAge: 5}"),
                        List.of(
                                "cors HttpCors[origins=[https://a], methods=[GET], headers=[h], exposed=[e], credentials=true, maxAge=Optional[5]]")),
                new Row(
                        "each API has its own",
                        "the last one is taken for all",
                        serverless("HttpApi", "CorsConfiguration: true")
                                + "  Other:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: {ProtocolType: HTTP, Target: !GetAtt F.Arn}\n",
                        List.of("cors", "HTTP Other stage $default\n  $default")));
    }

    private static String events(String type, String properties) {
        return "@, Events: {E: {Type: %s%s}}@"
                .formatted(type, properties.isEmpty() ? "" : ", Properties: {" + properties + "}");
    }

    private static String serverless(String type, String properties) {
        return "@, Events: {E: {Type: %s, Properties: {%s: !Ref Api, Path: /a, Method: get}}}@  Api:\n    Type: AWS::Serverless::%s\n    Properties: {%s}\n"
                .formatted(type, type.equals("Api") ? "RestApiId" : "ApiId", type, properties);
    }

    private static String rest(String head, String path, String method, String operation) {
        return plain(
                "AWS::ApiGateway::RestApi", head, path, method, operation, "type: aws_proxy, uri: !Sub '" + URI + "'");
    }

    private static String http(String head, String path, String method, String operation) {
        return plain(
                "AWS::ApiGatewayV2::Api", head, path, method, operation, "type: aws_proxy, uri: !Sub '" + URI + "'");
    }

    private static String integration(String integration) {
        return plain("AWS::ApiGateway::RestApi", "swagger: '2.0'", "/a", "get", "", integration);
    }

    private static String plain(
            String type, String head, String path, String method, String operation, String integration) {
        return """
                  Api:
                    Type: %s
                    Properties:
                      Body:
                        %s
                        paths:
                          %s:
                            %s: {%sx-amazon-apigateway-integration: {%s}}
                """.formatted(type, head.replace(", ", "\n        "), path, method, operation, integration);
    }

    private static Row uri(String line, String samCli, String uri, String expected) {
        return new Row(
                line,
                samCli,
                integration("type: aws_proxy, uri: " + uri)
                        + "  Stage:\n    Type: AWS::ApiGateway::Stage\n"
                        + "    Properties: {RestApiId: !Ref Api, StageName: live, Variables: {name: G}}\n",
                List.of(expected + " V1"));
    }

    private static Row authorizer(String line, String samCli, String type, String authorizer, String expected) {
        String stage = type.equals("Api") ? "StageName: live, " : "";
        return new Row(
                line,
                samCli,
                serverless(type, stage + "Auth: {DefaultAuthorizer: A, Authorizers: {A: {" + authorizer + "}}}"),
                List.of("asks " + expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"sources", "functions", "authorizers", "cors"})
    void readsAsTheSpecificationSays(Row row) {
        String[] parts = row.resources().startsWith("@")
                ? row.resources().split("@", 3)
                : new String[] {"", "", row.resources()};
        String text = FUNCTIONS.formatted(parts[1]) + parts[2];
        Template template = new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
        String read = ApiText.of(GoldenApisTest.read(template, ""));
        for (String line : row.lines()) {
            if (line.startsWith("-")) {
                assertThat(read).doesNotContain(line.substring(1));
            } else {
                assertThat(read).contains(line);
            }
        }
    }
}
