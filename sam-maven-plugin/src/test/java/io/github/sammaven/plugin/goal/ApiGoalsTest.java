package io.github.sammaven.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.plugin.LinesLog;
import io.github.sammaven.plugin.MavenRun;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local APIs of every kind, from the goals' side. */
@Timeout(60)
class ApiGoalsTest {

    private static final SettingsDecrypter NO_SECRETS = request -> {
        throw new UnsupportedOperationException();
    };

    private static final ProjectDependenciesResolver NO_DEPENDENCIES = request -> {
        throw new UnsupportedOperationException();
    };

    private static final String CODE = """
            def handler(event, context):
                if 'connectionId' in event['requestContext']:
                    return {'statusCode': 200, 'body': 'echo ' + event.get('body', '')}
                return {'statusCode': 200, 'body': event.get('rawPath') or event['path']}
            """;

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function: {Runtime: python3.11, Handler: app.handler, CodeUri: code}
            Resources:
              OrdersApi:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: Prod
                  Auth: {Authorizers: {TokenAuth: {FunctionArn: !GetAtt Orders.Arn}}}
              WebApi: {Type: AWS::Serverless::HttpApi}
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    One: {Type: Api, Properties: {RestApiId: !Ref OrdersApi, Path: '/orders/{id}', Method: get}}
                    New:
                      Type: Api
                      Properties:
                        RestApiId: !Ref OrdersApi
                        Path: /orders
                        Method: post
                        Auth: {Authorizer: TokenAuth}
              Web:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionUrlConfig: {AuthType: NONE}
                  Events:
                    All: {Type: HttpApi, Properties: {ApiId: !Ref WebApi, Path: /web, Method: ANY}}
              ChatApi:
                Type: AWS::ApiGatewayV2::Api
                Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
              ChatRoute:
                Type: AWS::ApiGatewayV2::Route
                Properties:
                  ApiId: !Ref ChatApi
                  RouteKey: $default
                  Target: !Sub integrations/${ChatFunction}
                  RouteResponseSelectionExpression: $default
              ChatAnswer:
                Type: AWS::ApiGatewayV2::RouteResponse
                Properties: {ApiId: !Ref ChatApi, RouteId: !Ref ChatRoute, RouteResponseKey: $default}
              ChatFunction:
                Type: AWS::ApiGatewayV2::Integration
                Properties:
                  ApiId: !Ref ChatApi
                  IntegrationType: AWS_PROXY
                  IntegrationUri: !Sub
                    arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Web.Arn}/invocations
              ChatStage:
                Type: AWS::ApiGatewayV2::Stage
                Properties: {ApiId: !Ref ChatApi, StageName: dev}
            """;

    @TempDir
    private Path basedir;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LinesLog log = new LinesLog();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private MavenRun run;
    private Thread maven = new Thread(() -> {});

    @BeforeEach
    void project() throws IOException {
        Assumptions.assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "python3 is not on the PATH");
        run = new MavenRun(basedir)
                .commandLine("sam.runner", "process")
                .commandLine("sam.port", "0")
                .commandLine("sam.urlPort", "0")
                .commandLine("sam.consolePort", "0");
        run.project().setArtifactId("orders");
        Files.createDirectories(basedir.resolve("code"));
        Files.writeString(basedir.resolve("code/app.py"), CODE);
        template(TEMPLATE);
    }

    @AfterEach
    void stop() throws Exception {
        maven.interrupt();
        maven.join();
        ready(new StopMojo(NO_SECRETS)).execute();
    }

    private void template(String text) throws IOException {
        Files.writeString(basedir.resolve("template.yaml"), text);
    }

    private <G extends AbstractSamMojo> G ready(G goal) {
        goal.project = run.project();
        goal.session = run.session();
        goal.execution = run.execution();
        goal.setLog(log);
        if (goal instanceof AbstractFunctionMojo running) {
            running.pluginArtifacts = List.of();
        }
        return goal;
    }

    private StartApiMojo startApi() {
        return ready(new StartApiMojo(NO_SECRETS, NO_DEPENDENCIES));
    }

    private StartMojo start() {
        return ready(new StartMojo(NO_SECRETS, NO_DEPENDENCIES));
    }

    /** Runs the goal until the test ends. */
    private void serve() {
        StartApiMojo goal = startApi();
        maven = new Thread(() -> {
            try {
                goal.execute();
                ended.complete(Thread.currentThread().isInterrupted());
            } catch (MojoExecutionException | MojoFailureException e) {
                ended.completeExceptionally(e);
            }
        });
        maven.start();
        while (!log.lines().contains("INFO Stop with Ctrl-C")) {
            assertThat(ended).isNotDone();
            Thread.onSpinWait();
        }
    }

    /** Where the API listens, by what the goal said. */
    private String url(String api) {
        return log.lines().stream()
                .filter(line -> line.startsWith("INFO " + api))
                .map(line -> line.replaceFirst(".*?((?:http|ws)://[^ /]+(?:/_sam)?).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String echoed(String url, String text) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(url), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        answer.complete(data.toString());
                        return null;
                    }
                })
                .get();
        socket.sendText(text, true).get();
        String echo = answer.get();
        socket.abort();
        return echo;
    }

    @Test
    void eachKindOfApiIsServedAndSaid() throws Exception {
        serve();
        assertThat(get(url("OrdersApi") + "/orders/7").body()).isEqualTo("/orders/7");
        assertThat(get(url("OrdersApi") + "/Prod/orders/7").body()).isEqualTo("/orders/7");
        assertThat(get(url("WebApi") + "/web").body()).isEqualTo("/web");
        assertThat(get(url("Function URL") + "/any").body()).isEqualTo("/any");
        assertThat(echoed(url("ChatApi"), "hi")).isEqualTo("echo hi");
        assertThat(log.lines())
                .containsSubsequence(
                        "INFO OrdersApi  (REST, stage Prod)   " + url("OrdersApi"),
                        "INFO   GET   /orders/{id}    Orders",
                        "INFO   POST  /orders         Orders    authorizer TokenAuth (Lambda)",
                        "INFO WebApi  (HTTP, stage $default)   " + url("WebApi"),
                        "INFO   ANY  /web    Web",
                        "INFO ChatApi  (WEBSOCKET, stage dev)   " + url("ChatApi"),
                        "INFO   $default    Web",
                        "INFO Console " + url("Console"),
                        "INFO Function URL " + url("Function URL") + "/   Web",
                        "INFO Stop with Ctrl-C");
        assertThat(log.lines()).noneMatch(line -> line.contains("Mounting"));
        assertThat(log.lines()).anyMatch(line -> line.contains("GET /orders/7  200"));
    }

    @Test
    void apisEndWhenTheGoalIsInterrupted() throws Exception {
        serve();
        maven.interrupt();
        assertThat(ended.get()).isTrue();
        for (String address : List.of("OrdersApi", "WebApi", "Function URL", "Console")) {
            assertThatThrownBy(() -> get(url(address))).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void scriptsOfSamCliFindTheirLines() throws Exception {
        run.commandLine("sam.compat", "sam-cli");
        serve();
        assertThat(log.lines())
                .contains(
                        "INFO Mounting Orders at " + url("OrdersApi") + "/orders/{id} [GET]",
                        "INFO Mounting Web at " + url("WebApi")
                                + "/web [DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT]");
        assertThat(get(url("WebApi") + "/nowhere").statusCode()).isEqualTo(403);
    }

    @Test
    void mergedApisShareOnePort() throws Exception {
        run.commandLine("sam.mergeApis", "true");
        serve();
        assertThat(url("OrdersApi")).isEqualTo(url("WebApi"));
        assertThat(get(url("OrdersApi") + "/orders/7").body()).isEqualTo("/orders/7");
        assertThat(get(url("OrdersApi") + "/web").body()).isEqualTo("/web");
        assertThat(echoed(url("ChatApi"), "hi")).isEqualTo("echo hi");
    }

    @Test
    void takenPortIsNamedWithItsApiAndTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            run.commandLine("sam.port", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(startApi()::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("OrdersApi: Port " + taken.getLocalPort() + " of 127.0.0.1")
                    .hasMessageContaining("Stop the program that uses it, or choose another port; 0 takes a free one");
        }
    }

    @Test
    void takenPortOfTheConsoleIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            run.commandLine("sam.consolePort", Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(startApi()::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("Console page: Port " + taken.getLocalPort());
        }
    }

    @Test
    void templateWithoutApisIsRefused() throws Exception {
        template("""
                Resources:
                  F: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.11, Handler: app.handler, CodeUri: code}}
                """);
        assertThatThrownBy(startApi()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The template has no API, and no function URL")
                .hasMessageContaining("sam:start-lambda");
    }

    @Test
    void definitionThatCannotBeReadIsNamedWithItsPlace() throws Exception {
        Files.writeString(basedir.resolve("api.yaml"), "openapi: 3.0.1\npaths: [\n");
        template("""
                Resources:
                  Web: {Type: AWS::Serverless::HttpApi, Properties: {DefinitionUri: api.yaml}}
                """);
        assertThatThrownBy(startApi()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("No API of the template has a route that can be served");
        assertThat(log.lines())
                .anyMatch(line -> line.matches("WARN .*api\\.yaml:3:1: Web: the definition cannot be read.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sam.port | 70000 | OrdersApi: There is no port 70000 | go up to 65535",
                "sam.staticDir | web | web does not exist | relative to the folder of the template",
                "sam.sslCertFile | cert.pem | sam.sslCertFile is given without sam.sslKeyFile | needs both",
                "sam.sslKeyFile | key.pem | sam.sslKeyFile is given without sam.sslCertFile | needs both",
                "sam.jwks | UserAuth=keys.json | The key set keys.json of UserAuth does not exist | or a URL",
                "sam.openAuthorizers | TokenAuht | no route asks for TokenAuht | Routes ask for TokenAuth",
                "sam.compat | localstack | sam.compat is 'localstack' | aws, sam-cli",
                "sam.functions | Order | the template has no function 'Order' | Orders",
            })
    void wrongOptionIsRefusedWithTheWayOut(String option, String value, String wrong, String wayOut) {
        run.commandLine(option, value);
        assertThatThrownBy(startApi()::execute).hasMessageContaining(wrong).hasMessageContaining(wayOut);
    }

    @Test
    void staticFilesAreServedWhereNoRouteAnswers() throws Exception {
        Files.createDirectories(basedir.resolve("public"));
        Files.writeString(basedir.resolve("public/hello.txt"), "from a file");
        serve();
        assertThat(get(url("WebApi") + "/hello.txt").body()).isEqualTo("from a file");
        assertThat(get(url("WebApi") + "/web").body()).isEqualTo("/web");
        assertThat(get(url("WebApi") + "/other.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void authorizerIsAskedUnlessItIsOpened() throws Exception {
        serve();
        assertThat(post(url("OrdersApi") + "/orders").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"sam.openAuthorizers, TokenAuth", "sam.disableAuthorizer, true"})
    void openedAuthorizerLetsPass(String option, String value) throws Exception {
        run.commandLine(option, value);
        serve();
        assertThat(post(url("OrdersApi") + "/orders").body()).isEqualTo("/orders");
    }

    @Test
    void consolePageShowsRoutesAndRequests() throws Exception {
        serve();
        get(url("WebApi") + "/web?test");
        assertThat(get(url("Console")).body()).contains("orders", "/orders/{id}", "TokenAuth", "GET /web?test");
    }

    @Test
    void thereIsNoConsolePageIfNoneIsWanted() throws Exception {
        run.commandLine("sam.console", "false");
        serve();
        assertThat(log.lines()).noneMatch(line -> line.contains("Console"));
    }

    @Test
    void startSetsAPropertyForEachApi() throws Exception {
        start().execute();
        String orders = run.project().getProperties().getProperty("sam.api.OrdersApi");
        assertThat(get(orders + "/orders/7").body()).isEqualTo("/orders/7");
        assertThat(get(run.project().getProperties().getProperty("sam.api.WebApi") + "/web")
                        .body())
                .isEqualTo("/web");
        assertThat(echoed(run.project().getProperties().getProperty("sam.api.ChatApi"), "hi"))
                .isEqualTo("echo hi");
        assertThat(log.lines())
                .contains("INFO OrdersApi  (REST, stage Prod)   " + orders)
                .noneMatch(line -> line.contains("Console"));
        ready(new StopMojo(NO_SECRETS)).execute();
        assertThatThrownBy(() -> get(orders)).isInstanceOf(ConnectException.class);
    }

    @Test
    void startHasPropertiesOfNestedApis() throws Exception {
        Files.createDirectories(basedir.resolve("shop"));
        Files.move(basedir.resolve("code"), basedir.resolve("shop/code"));
        Files.move(basedir.resolve("template.yaml"), basedir.resolve("shop/template.yaml"));
        template("""
                Resources:
                  Shop: {Type: AWS::Serverless::Application, Properties: {Location: shop/template.yaml}}
                """);
        start().execute();
        assertThat(get(run.project().getProperties().getProperty("sam.api.Shop/WebApi") + "/web")
                        .body())
                .isEqualTo("/web");
    }
}
