package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ServerCertificate;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A gateway on free ports with one function, {@code Hello}. */
final class TestGateway implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final BlockingQueue<SamEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<ServedRequest> journal = new LinkedBlockingQueue<>();
    private final List<LocalApi> apis = new ArrayList<>();
    private FunctionRunner runner = answering("{\"statusCode\": 200, \"body\": \"hello\"}");
    private Compatibility compatibility = Compatibility.AWS;
    private boolean merged;
    private Optional<ServerCertificate> certificate = Optional.empty();
    private Optional<Path> staticFolder = Optional.empty();
    private GatewayAuthorizer authorizer = GatewayAuthorizer.OPEN;
    private int port;
    private FunctionService functions;
    private ApiGateway gateway;

    static FunctionRunner answering(String answer) {
        return new ScriptedRunner((environment, invocation) -> answer.getBytes(StandardCharsets.UTF_8));
    }

    static Route route(String method, String path, Integration integration) {
        return new Route(method, path, Optional.empty(), integration, Access.OPEN, SourceMark.NONE);
    }

    static Route function(String method, String path) {
        return route(method, path, function(PATIENCE));
    }

    static Integration.Function function(Duration timeout) {
        return new Integration.Function("Hello", PayloadVersion.V1, timeout, false);
    }

    static LocalApi api(ApiKind kind, String id, Route... routes) {
        return api(kind, id, Optional.empty(), routes);
    }

    static LocalApi api(ApiKind kind, String id, Optional<HttpCors> cors, Route... routes) {
        return new LocalApi(
                kind,
                id,
                kind == ApiKind.REST ? "Prod" : "$default",
                Map.of(),
                List.of(),
                cors,
                List.of(routes),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
    }

    TestGateway with(LocalApi api) {
        apis.add(api);
        return this;
    }

    TestGateway with(FunctionRunner other) {
        runner = other;
        return this;
    }

    TestGateway with(Compatibility other) {
        compatibility = other;
        return this;
    }

    TestGateway with(ServerCertificate other) {
        certificate = Optional.of(other);
        return this;
    }

    TestGateway guardedBy(GatewayAuthorizer other) {
        authorizer = other;
        return this;
    }

    TestGateway withFiles(Path folder) {
        staticFolder = Optional.of(folder);
        return this;
    }

    TestGateway onPort(int first) {
        port = first;
        return this;
    }

    TestGateway merged() {
        merged = true;
        return this;
    }

    TestGateway start() {
        Template template = new TemplateReader().parse("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.11, Handler: app.handler, InlineCode: x}
                """, Path.of("template.yaml"), "template.yaml");
        functions = FunctionService.open(
                FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                List.of(ScriptedRunner.function("Hello")),
                runner,
                new CallByCallLogs(line -> {}),
                PoolOptions.of(WarmMode.LAZY));
        try {
            gateway = ApiGateway.start(new GatewaySettings(
                    apis,
                    merged,
                    compatibility,
                    new ListenAddress(ListenAddress.LOOPBACK, port),
                    certificate,
                    staticFolder,
                    "eu-central-1",
                    "123456789012",
                    functions,
                    api -> authorizer,
                    new GatewaySettings.WebSockets((api, route, request, event) -> Authorization.Allowed.OPEN, false),
                    journal::add,
                    events::add,
                    Clock.systemUTC()));
        } catch (RuntimeException e) {
            functions.close();
            throw e;
        }
        return this;
    }

    String url() {
        return url(0);
    }

    String url(int index) {
        return gateway.served().get(index).url();
    }

    List<ApiGateway.Served> served() {
        return gateway.served();
    }

    RequestServed access() throws InterruptedException {
        return (RequestServed) present(events.poll(30, TimeUnit.SECONDS));
    }

    ServedRequest journaled() throws InterruptedException {
        return present(journal.poll(30, TimeUnit.SECONDS));
    }

    private static <T> T present(T value) {
        if (value == null) {
            throw new AssertionError("nothing came within 30 s");
        }
        return value;
    }

    void stop(Duration grace) {
        gateway.stop(grace);
    }

    @Override
    public void close() {
        gateway.stop(Duration.ofSeconds(5));
        functions.close();
    }
}
