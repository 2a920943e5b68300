package io.github.sammaven.plugin.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.capability.Capability;
import io.github.sammaven.core.endpoint.OpenEndpoint;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be known before a deployment of the functions anybody may call and of the rights that are asked for. */
class DeploymentPreviewTest {

    private static final String HEAD = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function: {CodeUri: hello, Handler: app.handler, Runtime: python3.12}
            Resources:
            """;

    private static TransformedStacks preview(String resources) {
        Template template = new TemplateReader().parse(HEAD + resources, Path.of("template.yaml"), "template.yaml");
        return TransformedStacks.forDeployment(
                StackTree.read(template, new TemplateResolver(template, LocalValues.defaults())));
    }

    private static List<Problem> warnings(String resources) {
        return preview(resources).openEndpoints().stream()
                .map(OpenEndpoint::warning)
                .toList();
    }

    @Test
    void functionIsOpenByARouteWithoutAuthentication() {
        assertThat(warnings("""
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Read: {Type: Api, Properties: {Path: /orders, Method: get}}
                        Write: {Type: Api, Properties: {Path: /orders, Method: post}}
                """.indent(2)))
                .containsExactly(Problem.warning(
                        new SourceMark("template.yaml", 5, 5),
                        "Orders has no authentication",
                        "Anybody may call it: GET /orders of ServerlessRestApi, POST /orders of ServerlessRestApi"));
    }

    @Test
    void functionIsClosedByAnAuthorizerAnApiKeyOrASignature() {
        assertThat(warnings("""
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: Prod
                      Cors: "'*'"
                      Auth: {DefaultAuthorizer: AWS_IAM, AddDefaultAuthorizerToCorsPreflight: false}
                  Signed:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionUrlConfig: {AuthType: AWS_IAM}
                      Events:
                        Read: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /orders, Method: get}}
                  Keyed:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Read: {Type: Api, Properties: {Path: /keyed, Method: get, Auth: {ApiKeyRequired: true}}}
                """)).isEmpty();
    }

    @Test
    void functionIsOpenByItsUrl() {
        assertThat(warnings("""
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionUrlConfig: {AuthType: NONE}
                  Quiet:
                    Type: AWS::Serverless::Function
                """))
                .containsExactly(Problem.warning(
                        new SourceMark("template.yaml", 5, 3),
                        "Orders has no authentication",
                        "Anybody may call it: its function URL"));
    }

    @Test
    void webSocketApiIsGuardedByItsConnectRoute() {
        String routes = """
                  Chat:
                    Type: AWS::Serverless::WebSocketApi
                    Properties:
                      RouteSelectionExpression: $request.body.action
                      %s
                      Routes:
                        $connect: {FunctionArn: !GetAtt Hello.Arn}
                        say: {FunctionArn: !GetAtt Hello.Arn}
                  Hello:
                    Type: AWS::Serverless::Function
                """;

        assertThat(warnings(routes.formatted("Auth: {AuthType: AWS_IAM}"))).isEmpty();
        assertThat(warnings(routes.formatted("")))
                .extracting(Problem::message)
                .containsExactly("Hello has no authentication");
    }

    @Test
    void capabilitiesOfTheFunctionsAreKnown() {
        assertThat(preview("  Quiet: {Type: AWS::Serverless::Function}\n")
                        .capabilities()
                        .capabilities())
                .containsExactly(Capability.CAPABILITY_IAM);
    }
}
