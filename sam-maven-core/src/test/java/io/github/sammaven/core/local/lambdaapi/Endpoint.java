package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The Lambda endpoint with one function, {@code Hello}, named {@code hello-prod}, with the alias {@code live}. */
final class Endpoint implements AutoCloseable {

    private static final String TEMPLATE = """
            Resources:
              Hello:
                Type: AWS::Lambda::Function
                Properties: {FunctionName: hello-prod, Runtime: python3.11, Handler: app.handler, Code: hello}
              Live:
                Type: AWS::Lambda::Alias
                Properties: {Name: live, FunctionName: !Ref Hello, FunctionVersion: '1'}
            """;

    final BlockingQueue<SamEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    final LambdaApi api;
    private final FunctionService functions;

    Endpoint(FunctionRunner runner) {
        this(runner, new AsyncOptions(4, 100, List.of(Duration.ZERO, Duration.ZERO)), PoolOptions.of(WarmMode.LAZY));
    }

    Endpoint(FunctionRunner runner, AsyncOptions async, PoolOptions pool) {
        Template template = new TemplateReader().parse(TEMPLATE, Path.of("template.yaml"), "template.yaml");
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.defaults());
        FunctionCatalog catalog = FunctionCatalog.of(template, resolver);
        functions = FunctionService.open(
                catalog, List.of(ScriptedRunner.function("Hello")), runner, new CallByCallLogs(lines::add), pool);
        api = LambdaApi.start(
                new ListenAddress(ListenAddress.LOOPBACK, 0),
                new LambdaApi.Content(
                        functions, FunctionAliases.of(template, resolver, catalog), "eu-central-1", async),
                events::add,
                Clock.systemUTC());
    }

    LambdaClient client() {
        return LambdaClient.builder()
                .endpointOverride(URI.create(api.address().url()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    LambdaAsyncClient asyncClient() {
        return LambdaAsyncClient.builder()
                .endpointOverride(URI.create(api.address().url()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        api.stop(Duration.ofSeconds(5));
        functions.close();
    }
}
