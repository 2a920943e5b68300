package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.authorize.AuthorizeSettings;
import io.github.sammaven.core.local.apigateway.definition.ApiReader;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The APIs of the template {@code rows.yaml} on free ports, from its text to HTTP. */
final class RowGateway implements AutoCloseable {

    private static final String REGION = "eu-central-1";

    /** Longer than the timeout of the routes {@code /slow}. */
    private static final int LATE_MS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> guardEvents = new LinkedBlockingQueue<>();
    private final Map<String, URI> urls = new HashMap<>();
    private final FunctionService functions;
    private final ApiGateway gateway;
    private volatile CountDownLatch answered = new CountDownLatch(1);
    private volatile RowRequest current = RowRequest.get("", "/");

    RowGateway(Compatibility compatibility) {
        Template template = new TemplateReader().parse(text(), Path.of("rows.yaml"), "rows.yaml");
        LocalValues values = LocalValues.of(Map.of(), REGION);
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, values));
        Template transformed = new SamTransformer()
                .transform(template, TransformOptions.offline(REGION, Map.of()))
                .orThrow();
        List<LocalApi> apis = ApiReader.read(transformed, new TemplateResolver(transformed, values), catalog, "")
                .apis();
        functions = FunctionService.open(
                catalog,
                List.of(
                        ScriptedRunner.function("Hello"),
                        ScriptedRunner.function("Guard"),
                        ScriptedRunner.function("Broken")),
                runner(),
                new CallByCallLogs(line -> {}),
                PoolOptions.of(WarmMode.LAZY));
        AuthorizeSettings settings =
                new AuthorizeSettings(compatibility, Set.of(), false, List.of(), List.of(), false, REGION);
        GatewayAuthorizers authorizers = new GatewayAuthorizers(settings, functions, "123456789012", Clock.systemUTC());
        gateway = ApiGateway.start(new GatewaySettings(
                apis,
                false,
                compatibility,
                new ListenAddress(ListenAddress.LOOPBACK, 0),
                Optional.empty(),
                Optional.empty(),
                REGION,
                "123456789012",
                functions,
                authorizers::of,
                authorizers.webSockets(),
                RequestJournal.NONE,
                event -> {},
                Clock.systemUTC()));
        gateway.served().forEach(served -> urls.put(served.apis().get(0).id(), URI.create(served.url())));
    }

    private static String text() {
        try (InputStream in = RowGateway.class.getResourceAsStream("/local/apigateway/rows.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FunctionRunner runner() {
        return (function, log) -> {
            if (function.name().equals("Broken")) {
                throw new SamException("No container for Broken", "Start the engine", null);
            }
            return new FunctionEnvironment() {
                @Override
                public InvocationResult invoke(Invocation invocation) {
                    boolean guard = function.name().equals("Guard");
                    (guard ? guardEvents : events).add(invocation.payload());
                    RowRequest.Answer answer = guard ? current.guard() : current.answer();
                    if (answer.kind() == RowRequest.Answer.Kind.RETURNED_LATE) {
                        beLate();
                    }
                    return result(invocation, answer);
                }

                @Override
                public void close() {}
            };
        };
    }

    private void beLate() {
        try {
            answered.await(LATE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvocationResult result(Invocation invocation, RowRequest.Answer answer) {
        InvocationResult returned = ScriptedRunner.result(
                invocation, answer.payload(), Optional.of("ValueError").filter(error -> answer.isError()));
        return new InvocationResult(
                returned.requestId(),
                returned.payload(),
                returned.contentType(),
                false,
                returned.functionError(),
                returned.report(),
                answer.kind() == RowRequest.Answer.Kind.TIMED_OUT);
    }

    RowExchange send(RowRequest request) throws IOException, InterruptedException {
        current = request;
        answered = new CountDownLatch(1);
        URI url = urls.get(request.api());
        HttpResponse<byte[]> response = null;
        Instant began = Instant.now();
        for (int i = 0; i < request.times(); i++) {
            HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(url + request.path()))
                    .timeout(Duration.ofSeconds(30))
                    .method(
                            request.method(),
                            request.body().length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach(header -> sent.header(header.name(), header.value()));
            response = client.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        answered.countDown();
        return new RowExchange(began, url.getPort(), response, drained(events), drained(guardEvents));
    }

    private static List<byte[]> drained(BlockingQueue<byte[]> queue) {
        List<byte[]> all = new ArrayList<>();
        queue.drainTo(all);
        return all;
    }

    @Override
    public void close() {
        gateway.stop(Duration.ofSeconds(5));
        functions.close();
    }
}
