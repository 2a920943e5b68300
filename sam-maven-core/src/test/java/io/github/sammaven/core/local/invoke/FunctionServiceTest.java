package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunctionServiceTest {

    private final ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> invocation.payload());

    private static FunctionCatalog catalog(String... ids) {
        String resources = Stream.of(ids)
                .map(id -> "  " + id + ": {Type: AWS::Lambda::Function, Properties: {FunctionName: " + id
                        + "-prod, Runtime: python3.11, Handler: a.b, Code: x}}\n")
                .collect(Collectors.joining());
        Template template =
                new TemplateReader().parse("Resources:\n" + resources, Path.of("template.yaml"), "template.yaml");
        return FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
    }

    private FunctionService open(FunctionCatalog catalog, LocalFunction... functions) {
        return FunctionService.open(
                catalog, List.of(functions), runner, new CallByCallLogs(line -> {}), PoolOptions.of(WarmMode.EAGER));
    }

    private static LocalFunction withTimeout(LocalFunction like, Duration timeout) {
        return new LocalFunction(
                like.name(),
                like.functionName(),
                like.code(),
                like.architecture(),
                like.memoryMb(),
                timeout,
                like.environment(),
                like.snapStart(),
                like.region(),
                like.accountId());
    }

    @Test
    void functionIsFoundByEveryNameUnlessItIsNotServed() {
        try (FunctionService service = open(catalog("A", "B"), ScriptedRunner.function("A"))) {
            assertThat(service.pool("A")).isPresent();
            assertThat(service.pool("A-prod:live")).isEqualTo(service.pool("A"));
            assertThat(service.pool("B")).isEmpty();
            assertThat(service.pool("C")).isEmpty();
        }
    }

    @Test
    void onlyWhatChangedIsStartedAgain() {
        LocalFunction a = ScriptedRunner.function("A");
        LocalFunction b = ScriptedRunner.function("B");
        LocalFunction c = ScriptedRunner.function("C");
        try (FunctionService service = open(catalog("A", "B"), a, b)) {
            LocalFunction slower = withTimeout(b, Duration.ofSeconds(9));
            assertThat(service.update(catalog("A", "B", "C"), List.of(a, slower, c)))
                    .containsExactly("B", "C");
            assertThat(service.functions()).containsExactly(a, slower, c);
            assertThat(runner.events).containsExactly("start 1", "start 2", "start 3", "close 2", "start 4");
        }
    }

    @Test
    void functionThatIsGoneIsNoLongerServed() {
        LocalFunction a = ScriptedRunner.function("A");
        LocalFunction b = ScriptedRunner.function("B");
        try (FunctionService service = open(catalog("A", "B"), a, b)) {
            service.update(catalog("A"), List.of(a));
            assertThat(service.pool("B")).isEmpty();
            assertThat(runner.events).containsExactly("start 1", "start 2", "close 2");
        }
    }

    @Test
    void nothingIsLeftBehindWhenOneCannotStart() {
        FunctionRunner broken = (function, log) -> {
            if (function.name().equals("B")) {
                throw new SamException("no interpreter", "", null);
            }
            return runner.start(function, log);
        };
        assertThatThrownBy(() -> FunctionService.open(
                        catalog("A", "B"),
                        List.of(ScriptedRunner.function("A"), ScriptedRunner.function("B")),
                        broken,
                        new CallByCallLogs(line -> {}),
                        PoolOptions.of(WarmMode.EAGER)))
                .hasMessageContaining("no interpreter");
        assertThat(runner.events).containsExactly("start 1", "close 1");
    }
}
