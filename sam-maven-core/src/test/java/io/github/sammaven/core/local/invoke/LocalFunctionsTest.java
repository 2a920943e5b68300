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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final Map<String, Path> BUILT = Map.of("Hello", Path.of("built"), "Shared", Path.of("layer"));

    @Test
    void otherRuntimeTakesThePlaceOfTheFunctionsOwn() {
        LocalFunction found = functions(HELLO, BUILT).find(Optional.empty(), Optional.of("java25"));
        assertThat(found.code())
                .isEqualTo(new FunctionPackage.Zip("java25", "a.B::c", Path.of("built"), List.of(Path.of("layer"))));
    }

    @Test
    void functionWithoutARuntimeNeedsOne() {
        LocalFunctions functions = functions(HELLO.replace("      Runtime: java17\n", ""), BUILT);
        assertThatThrownBy(() -> functions.find(Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Hello has no Runtime")
                .hasMessageContaining("-Dsam.runtime");
        assertThat(functions.find(Optional.empty(), Optional.of("java21")).code())
                .asString()
                .contains("java21");
    }

    @Test
    void imageRunsOnNoOtherRuntime() {
        LocalFunctions functions = functions("""
                Resources:
                  Whole:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image, ImageUri: 'whole:1'}
                """, Map.of());
        assertThatThrownBy(() -> functions.find(Optional.empty(), Optional.of("java21")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Whole is a container image and cannot run on java21");
    }

    @Test
    void tenantIsNeededByAFunctionThatPartsThem() {
        LocalFunctions functions =
                functions(HELLO.replace("Timeout: 7", "TenancyConfig: {TenantIsolationMode: PER_TENANT}"), BUILT);
        LocalFunction function = functions.find(Optional.empty());
        assertThat(functions.tenant(function, Optional.of("blue team/1"))).contains("blue team/1");
        assertThatThrownBy(() -> functions.tenant(function, Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the call names none");
        for (String wrong : List.of("", "a".repeat(257), "a#b")) {
            assertThatThrownBy(() -> functions.tenant(function, Optional.of(wrong)))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("There can be no tenant");
        }
    }

    @Test
    void tenantIsRefusedByAnyOther() {
        LocalFunctions functions = functions(HELLO, BUILT);
        LocalFunction function = functions.find(Optional.empty());
        assertThat(functions.tenant(function, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> functions.tenant(function, Optional.of("blue")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Hello has no TenancyConfig");
    }

    @Test
    void functionThatIsNotPackagedCannotRun() {
        assertThatThrownBy(() -> functions(HELLO, Map.of()).find(Optional.of("Hello")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Hello cannot be run: it is not packaged yet")
                .hasMessageContaining("sam:package");
    }

    @ParameterizedTest
    @CsvSource({"nodejs20.x, index.js", "python3.12, index.py"})
    void inlineCodeLiesInAFileNamedIndex(String runtime, String file) {
        LocalFunction found =
                functions(TWO.replace("nodejs20.x", runtime), Map.of()).find(Optional.of("Inline"));
        FunctionPackage.Zip zip = (FunctionPackage.Zip) found.code();
        assertThat(zip.code().resolve(file)).hasContent("x");
        assertThat(zip.code()).isDirectoryContaining(only -> only.endsWith(file));
    }

    @Test
    void zipFileIsInlineCode() {
        String raw = """
                Resources:
                  Raw:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: python3.12, Handler: index.main, Code: {ZipFile: 'x = 1'}}
                """;
        FunctionPackage.Zip zip = (FunctionPackage.Zip)
                functions(raw, Map.of()).find(Optional.empty()).code();
        assertThat(zip.code().resolve("index.py")).hasContent("x = 1");
    }

    @Test
    void inlineCodeWithAHandlerElsewhereCannotRun() {
        assertThatThrownBy(() -> functions(TWO.replace("index.main", "app.main"), Map.of())
                        .find(Optional.of("Inline")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("lies in index.js, but its handler is 'app.main'")
                .hasMessageContaining("index.main");
    }

    @Test
    void inlineCodeOfOtherRuntimesCannotRun() {
        assertThatThrownBy(() -> functions(TWO.replace("nodejs20.x", "ruby3.3"), Map.of())
                        .find(Optional.of("Inline")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("its code is inline, which runtime ruby3.3 does not take");
    }
}
