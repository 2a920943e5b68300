package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalFunctionsTest {

    private static final String HELLO = """
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java17
                  Handler: a.B::c
                  CodeUri: hello
                  MemorySize: 256
                  Timeout: 7
                  Layers: [!Ref Shared, 'arn:aws:lambda:eu-central-1:1:layer:tools:3']
              Shared:
                Type: AWS::Serverless::LayerVersion
                Properties: {ContentUri: shared}
            """;
    private static final String TWO = HELLO + """
              Inline:
                Type: AWS::Serverless::Function
                Properties: {Runtime: nodejs20.x, Handler: index.main, InlineCode: 'x'}
            """;

    private final List<SamEvent> events = new ArrayList<>();

    private LocalFunctions functions(String text, Map<String, Path> artifacts) {
        Template template = new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
        return new LocalFunctions(
                FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults())),
                artifacts,
                new EnvironmentVariables("eu-central-1", LocalValues.DEFAULT_ACCOUNT, Map.of()),
                GivenVariables.NONE,
                "eu-central-1",
                events::add);
    }

    @Test
    void onlyFunctionNeedsNoName() {
        LocalFunction found = functions(HELLO, Map.of("Hello", Path.of("built"), "Shared", Path.of("layer")))
                .find(Optional.empty());
        assertThat(found.name()).isEqualTo("Hello");
        assertThat(found.code())
                .isEqualTo(new FunctionPackage.Zip("java17", "a.B::c", Path.of("built"), List.of(Path.of("layer"))));
        assertThat(found.memoryMb()).isEqualTo(256);
        assertThat(found.timeout()).hasSeconds(7);
    }

    @Test
    void missingLayerIsAWarning() {
        functions(HELLO, Map.of("Hello", Path.of("built"), "Shared", Path.of("layer")))
                .find(Optional.of("Hello"));
        assertThat(events)
                .singleElement()
                .asString()
                .contains("Hello runs without its layer arn:aws:lambda:eu-central-1:1:layer:tools:3");
    }

    @Test
    void unknownFunctionComesWithAHint() {
        assertThatThrownBy(() -> functions(TWO, Map.of()).find(Optional.of("Helo")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the template has no function 'Helo'")
                .hasMessageContaining("Hello");
    }

    @Test
    void severalFunctionsNeedAName() {
        assertThatThrownBy(() -> functions(TWO, Map.of()).find(Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the template has 2 functions")
                .hasMessageContaining("Hello, Inline");
    }

    @Test
    void templateWithoutFunctionsIsAPlainError() {
        assertThatThrownBy(() -> functions("Resources: {}", Map.of()).find(Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the template has no functions");
    }

    @Test
    void functionThatIsNotPackagedCannotRun() {
        assertThatThrownBy(() -> functions(HELLO, Map.of()).find(Optional.of("Hello")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Hello cannot be run: it is not packaged yet")
                .hasMessageContaining("sam:package");
    }

    @Test
    void inlineCodeCannotRun() {
        assertThatThrownBy(() -> functions(TWO, Map.of()).find(Optional.of("Inline")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("its code is inline");
    }
}
