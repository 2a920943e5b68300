package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesFileTest {

    private static final Template TEMPLATE = new TemplateReader().parse("""
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Metadata: {SamResourceId: HelloId}
                Properties: {Runtime: java17, Handler: a.B::c, CodeUri: hello, FunctionName: hello-prod}
              Other:
                Type: AWS::Serverless::Function
                Properties: {Runtime: java17, Handler: a.B::c, CodeUri: hello}
            """, Path.of("template.yaml"), "template.yaml");
    private static final FunctionCatalog CATALOG =
            FunctionCatalog.of(TEMPLATE, new TemplateResolver(TEMPLATE, LocalValues.defaults()));

    @TempDir
    private Path folder;

    private VariablesFile file(String text) {
        try {
            return new VariablesFile(Files.writeString(folder.resolve("env"), text), "env.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> of(GivenVariables given, String function) {
        return given.of(CATALOG.function(function).orElseThrow(), CATALOG);
    }

    @Test
    void variablesOfAFunctionWinOverThoseOfAll() {
        GivenVariables given = file("{\"Parameters\": {\"A\": \"all\", \"B\": \"all\"}, \"Hello\": {\"A\": \"one\"}}")
                .byFunction();
        assertThat(of(given, "Hello")).containsOnly(Map.entry("A", "one"), Map.entry("B", "all"));
        assertThat(of(given, "Other")).containsOnly(Map.entry("A", "all"), Map.entry("B", "all"));
        assertThat(of(given.with(Map.of("A", "now")), "Hello")).containsEntry("A", "now");
    }

    @Test
    void functionIsFoundByNameAndSamId() {
        assertThat(of(file("{\"hello-prod\": {\"A\": \"1\"}}").byFunction(), "Hello"))
                .containsEntry("A", "1");
        assertThat(of(file("{\"HelloId\": {\"A\": \"1\"}}").byFunction(), "Hello"))
                .containsEntry("A", "1");
        assertThat(of(
                        file("{\"Hello\": {}, \"HelloId\": {\"A\": \"id\"}, \"hello-prod\": {\"B\": \"name\"}}")
                                .byFunction(),
                        "Hello"))
                .containsOnly(Map.entry("B", "name"));
    }

    @Test
    void functionThatIsNotThereIsAWarning() {
        assertThat(file("{\"Helo\": {\"A\": \"1\"}, \"Other\": {}}")
                        .byFunction()
                        .unknownFunctions(CATALOG))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .contains("variables are given for Helo", "Hello");
    }

    @Test
    void valuesBecomeText() {
        assertThat(file("{\"A\": 1.50, \"B\": true, \"C\": null, \"D\": [1], \"E\": {\"x\": 1}, \"F\": \"x\"}")
                        .flat())
                .containsOnly(
                        Map.entry("A", "1.5"),
                        Map.entry("B", "true"),
                        Map.entry("C", ""),
                        Map.entry("D", ""),
                        Map.entry("E", ""),
                        Map.entry("F", "x"));
    }

    @Test
    void linesAreForAllFunctions() {
        GivenVariables given = file("""
                # local
                export A=1
                B = "two words" # why
                C='#3'
                D=a=b # why
                E=
                """).byFunction();
        assertThat(given.forAll())
                .containsOnly(
                        Map.entry("A", "1"),
                        Map.entry("B", "two words"),
                        Map.entry("C", "#3"),
                        Map.entry("D", "a=b"),
                        Map.entry("E", ""));
    }

    @Test
    void variableBesideTheFunctionsIsRefused() {
        assertThatThrownBy(() -> file("{\"A\": \"1\", \"B\": 2}").byFunction())
                .isInstanceOf(InvalidOptionException.class)
                .satisfies(e -> assertThat(((InvalidOptionException) e).problems())
                        .extracting(Problem::message)
                        .containsExactly("A must hold variables, it is string", "B must hold variables, it is number"));
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> file("{\"A\":\n  oops}").byFunction())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("env.json:2:");
        assertThatThrownBy(() -> file("[]").byFunction()).hasMessageContaining("it is array");
    }

    @Test
    void fileWithoutVariablesIsRefused() {
        assertThatThrownBy(() -> file("# nothing\n").byFunction()).hasMessageContaining("no environment variables");
        assertThatThrownBy(() -> file("A=1\nB\n").byFunction()).hasMessageContaining("env.json:2:1");
        assertThatThrownBy(() -> new VariablesFile(folder.resolve("absent"), "absent").flat())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("absent");
    }
}
