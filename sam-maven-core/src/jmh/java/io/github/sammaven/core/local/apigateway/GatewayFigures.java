package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.process.JavaClient;
import io.github.sammaven.core.local.process.JavaRuntimeJars;
import io.github.sammaven.core.local.process.ProcessFunctionRunner;
import io.github.sammaven.core.local.process.ProcessSettings;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A Java route with warm environments behind the gateway. Without an argument one client calls it on one connection, and
 * the times are printed; with a port as argument it is served until the process is ended, for a load generator such as
 * {@code wrk -t2 -c16 -d20s --latency http://127.0.0.1:3000/hello}.
 */
public final class GatewayFigures {

    private static final int ENVIRONMENTS = 4;
    private static final int WARM_UP = 5_000;
    private static final int CALLS = 10_000;

    private GatewayFigures() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        try (FunctionService functions = functions()) {
            ApiGateway gateway = ApiGateway.start(settings(functions, port));
            String url = gateway.served().get(0).url() + "/hello";
            System.out.println(url);
            if (arguments.length > 0) {
                new CountDownLatch(1).await();
            }
            measure(url, WARM_UP);
            System.out.println(line(measure(url, CALLS)));
            gateway.stop(Duration.ZERO);
        }
        System.exit(0);
    }

    private static GatewaySettings settings(FunctionService functions, int port) {
        Route hello = new Route(
                "GET",
                "/hello",
                Optional.empty(),
                new Integration.Function("Hello", PayloadVersion.V2, Duration.ofSeconds(30), false),
                Access.OPEN,
                SourceMark.NONE);
        LocalApi api = new LocalApi(
                ApiKind.HTTP,
                "HelloApi",
                "$default",
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(hello),
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
        return new GatewaySettings(
                List.of(api),
                false,
                Compatibility.AWS,
                new ListenAddress(ListenAddress.LOOPBACK, port),
                Optional.empty(),
                Optional.empty(),
                "eu-central-1",
                "123456789012",
                functions,
                any -> GatewayAuthorizer.OPEN,
                new GatewaySettings.WebSockets((of, route, request, event) -> Authorization.Allowed.OPEN, false),
                request -> {},
                event -> {},
                Clock.systemDefaultZone());
    }

    private static FunctionService functions() throws IOException {
        Template template = new TemplateReader().parse("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: java17, Handler: x, CodeUri: .}
                """, Path.of("template.yaml"), "template.yaml");
        LocalFunction hello = new LocalFunction(
                "Hello",
                "hello",
                new FunctionPackage.Zip("java17", HelloRoute.class.getName(), code(), List.of()),
                Architecture.X86_64,
                512,
                Duration.ofSeconds(20),
                Map.of("AWS_LAMBDA_FUNCTION_NAME", "hello", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
                false,
                "eu-central-1",
                "123456789012");
        ProcessSettings settings = ProcessSettings.of(
                JavaRuntimeJars.onClassPath(System.getProperty("java.class.path")),
                JavaClient.AWS,
                Map.of("PATH", System.getenv("PATH")));
        return FunctionService.open(
                FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                List.of(hello),
                new ProcessFunctionRunner(settings, event -> {}),
                new CallByCallLogs(line -> {}),
                new PoolOptions(WarmMode.EAGER, ENVIRONMENTS, ENVIRONMENTS));
    }

    /** A copy, which a build at the same time does not touch. */
    private static Path code() throws IOException {
        String file = HelloRoute.class.getName().replace('.', '/') + ".class";
        Path code = Files.createTempDirectory("sam-figures-code-");
        Files.createDirectories(code.resolve(file).getParent());
        Files.copy(HelloRoute.class.getResourceAsStream("/" + file), code.resolve(file));
        return code;
    }

    private static long[] measure(String url, int calls) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long before = System.nanoTime();
            int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            nanos[i] = System.nanoTime() - before;
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static String line(long[] sorted) {
        return String.format(
                Locale.ROOT,
                "sequential, keep-alive, %d calls: p50 %.2f ms, p99 %.2f ms, slowest %.1f ms",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
