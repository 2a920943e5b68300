package io.github.sammaven.core.local.console;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.local.journal.RecentRequests;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A console page with one function, {@code Hello}, and one route. */
final class ConsoleUnderTest implements AutoCloseable {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("TABLE", "orders", "DB_PASSWORD", "hunter2", "MARKUP", "<b>&");

    final RecentRequests requests = new RecentRequests();
    final ConsoleServer server;
    private final FunctionService functions;

    ConsoleUnderTest(FunctionRunner runner, Path eventFolder) {
        Template template = new TemplateReader().parse("""
                Resources:
                  Hello:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: python3.11, Handler: app.handler, Code: hello}
                """, Path.of("template.yaml"), "template.yaml");
        LocalFunction plain = ScriptedRunner.function("Hello");
        LocalFunction function = new LocalFunction(
                plain.name(),
                plain.functionName(),
                plain.code(),
                plain.architecture(),
                plain.memoryMb(),
                plain.timeout(),
                ENVIRONMENT,
                plain.snapStart(),
                plain.region(),
                plain.accountId());
        functions = FunctionService.open(
                FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                List.of(function),
                runner,
                new CallByCallLogs(line -> {}),
                PoolOptions.of(WarmMode.LAZY));
        server = ConsoleServer.start(
                0,
                new ConsoleContent(
                        "orders",
                        functions,
                        List.of(new ConsoleContent.Entry(
                                "OrdersApi", "GET", "/hello", "Hello", "", Optional.of("http://127.0.0.1:3000/hello"))),
                        requests,
                        new EventShelf(eventFolder)),
                Clock.systemUTC());
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(5));
        functions.close();
    }
}
