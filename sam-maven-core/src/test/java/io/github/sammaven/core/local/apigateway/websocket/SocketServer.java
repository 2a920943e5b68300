package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;

/** A WebSocket API on a free port, with functions that are pieces of the test, and a clock that stands still. */
final class SocketServer implements AutoCloseable {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String OK = "{\"statusCode\": 200}";
    static final Duration TIMEOUT = Duration.ofSeconds(29);

    final VirtualTime time = new VirtualTime();
    final HttpClient client = HttpClient.newHttpClient();
    final List<SamEvent> told = new CopyOnWriteArrayList<>();
    final BlockingQueue<ServedRequest> served = new LinkedBlockingQueue<>();

    /** Events the function got, in order. */
    final BlockingQueue<JsonNode> invoked = new LinkedBlockingQueue<>();

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, String> stageVariables;
    private Optional<String> selection = Optional.of("$request.body.action");
    private ConnectAuthorizer authorizer = (api, route, request, event) -> {
        throw new AssertionError("nobody is to be asked");
    };
    private BiFunction<JsonNode, Invocation, InvocationResult> function = (event, invocation) -> answer(invocation, OK);
    private Optional<FunctionRunner> runner = Optional.empty();
    private LocalFunction hello = ScriptedRunner.function("Hello");
    private boolean unsignedAllowed;
    private Duration grace = Duration.ofSeconds(20);
    private Runnable stop = () -> {};
    private WebSocketGateway gateway;
    private ListenAddress address = new ListenAddress(ListenAddress.LOOPBACK, 0);

    SocketServer() {
        this(Map.of());
    }

    SocketServer(Map<String, String> stageVariables) {
        this.stageVariables = stageVariables;
    }

    static InvocationResult answer(Invocation invocation, String payload) {
        return ScriptedRunner.result(invocation, payload.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static InvocationResult failure(Invocation invocation, String error) {
        return ScriptedRunner.result(invocation, "{}".getBytes(StandardCharsets.UTF_8), Optional.of(error));
    }

    SocketServer routes(String... keys) {
        for (String key : keys) {
            route(key, "Hello", Access.OPEN, false);
        }
        return this;
    }

    SocketServer twoWay(String key) {
        return route(key, "Hello", Access.OPEN, true);
    }

    SocketServer to(String key, String function) {
        return route(key, function, Access.OPEN, false);
    }

    SocketServer integration(String key, Integration integration) {
        routes.add(new Route("", key, Optional.empty(), integration, Access.OPEN, SourceMark.NONE));
        return this;
    }

    SocketServer guarded(ConnectAuthorizer guard) {
        authorizer = guard;
        return route(
                "$connect", "Hello", new Access(Optional.of(new Authorizer.Iam("Guard")), List.of(), false), false);
    }

    private SocketServer route(String key, String target, Access access, boolean twoWay) {
        Integration integration = new Integration.Function(target, PayloadVersion.V1, TIMEOUT, false);
        routes.add(new Route("", key, Optional.empty(), integration, access, SourceMark.NONE, twoWay));
        return this;
    }

    SocketServer selection(String expression) {
        selection = Optional.of(expression);
        return this;
    }

    SocketServer function(BiFunction<JsonNode, Invocation, InvocationResult> answers) {
        function = answers;
        return this;
    }

    SocketServer answering(String payload) {
        return function((event, invocation) -> answer(invocation, payload));
    }

    SocketServer grace(Duration time) {
        grace = time;
        return this;
    }

    SocketServer unsignedAllowed() {
        unsignedAllowed = true;
        return this;
    }

    /** With the clock of the machine, as users have it. */
    SocketServer real(FunctionRunner runs, LocalFunction code) {
        runner = Optional.of(runs);
        hello = code;
        return this;
    }

    SocketServer start() {
        Template template = new TemplateReader().parse("""
                        Resources:
                          Hello:
                            Type: AWS::Lambda::Function
                            Properties: {Runtime: python3.11, Handler: app.handler, Code: {ZipFile: x}}
                        """, Path.of("template.yaml"), "template.yaml");
        FunctionService functions = FunctionService.open(
                FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                List.of(hello),
                runner.orElse(this::environment),
                new CallByCallLogs(line -> {}),
                new PoolOptions(WarmMode.LAZY, 1, 100));
        LocalApi api = new LocalApi(
                ApiKind.WEBSOCKET,
                "ChatApi",
                "prod",
                stageVariables,
                List.of(),
                Optional.empty(),
                routes,
                Map.of(),
                List.of(),
                new LocalApi.Selection(selection, "HEADER"));
        gateway = runner.isPresent()
                ? WebSocketGateway.of(
                        api, functions, authorizer, unsignedAllowed, told::add, served::add, Clock.systemUTC())
                : new WebSocketGateway(
                        api,
                        functions,
                        authorizer,
                        unsignedAllowed,
                        new AccessLog(told::add, served::add, time.getZone()),
                        time,
                        () -> {},
                        time);
        HttpListener listener = HttpListener.start(address, gateway);
        address = listener.address();
        stop = () -> {
            gateway.stop(grace);
            listener.stop(Duration.ofSeconds(20));
            functions.close();
        };
        return this;
    }

    private FunctionEnvironment environment(LocalFunction called, FunctionLog log) {
        return new FunctionEnvironment() {
            @Override
            public InvocationResult invoke(Invocation invocation) {
                JsonNode event = json(invocation.payload());
                invoked.add(event);
                return function.apply(event, invocation);
            }

            @Override
            public void close() {
                log.line("closed");
            }
        };
    }

    static JsonNode json(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return address.port();
    }

    /** @param path with the slash it begins with */
    URI http(String path) {
        return URI.create(address.url() + path);
    }

    URI ws(String path) {
        return URI.create("ws" + address.url().substring("http".length()) + path);
    }

    SocketUser connect() {
        return SocketUser.connect(client, ws("/"));
    }

    SocketUser connect(String path) {
        return SocketUser.connect(client, ws(path));
    }

    /** What the function got next of that type; others before it are dropped. */
    JsonNode event(String type) throws InterruptedException {
        JsonNode event = invoked.take();
        while (!event.path("requestContext").path("eventType").asText().equals(type)) {
            event = invoked.take();
        }
        return event;
    }

    /** The next that was answered to that method or key; others before it are dropped. */
    ServedRequest served(String method) throws InterruptedException {
        ServedRequest request = served.take();
        while (!request.method().equals(method)) {
            request = served.take();
        }
        return request;
    }

    /** Stops as the goal does. */
    void stop() {
        stop.run();
        stop = () -> {};
    }

    @Override
    public void close() {
        stop();
    }
}
