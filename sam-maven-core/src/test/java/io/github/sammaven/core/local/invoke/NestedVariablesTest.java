package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.stack.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedVariablesTest {

    @TempDir
    private Path folder;

    private FunctionCatalog catalog;

    @BeforeEach
    void read() throws IOException {
        catalog = FunctionCatalog.of(new StackFiles(folder)
                .write("template.yaml", """
                        Resources:
                          A: {Type: AWS::Serverless::Application, Properties: {Location: child.yaml}}
                          B: {Type: AWS::Serverless::Application, Properties: {Location: child.yaml}}
                        """)
                .write("child.yaml", """
                        Resources:
                          Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: code}}
                        """)
                .tree());
    }

    private Map<String, String> of(Map<String, Map<String, String>> forFunctions, String function) {
        return new GivenVariables(Map.of(), forFunctions, Map.of())
                .of(catalog.function(function).orElseThrow(), catalog);
    }

    @Test
    void fullPathNamesOneFunction() {
        Map<String, Map<String, String>> given = Map.of("B/Hello", Map.of("STAGE", "b"));
        assertThat(of(given, "B/Hello")).containsEntry("STAGE", "b");
        assertThat(of(given, "A/Hello")).isEmpty();
    }

    @Test
    void logicalIdNamesThoseOfAllStacks() {
        Map<String, Map<String, String>> given = Map.of("Hello", Map.of("STAGE", "all"));
        assertThat(of(given, "A/Hello")).containsEntry("STAGE", "all");
        assertThat(of(given, "B/Hello")).containsEntry("STAGE", "all");
    }

    @Test
    void pathOfNoFunctionIsAWarning() {
        assertThat(new GivenVariables(Map.of(), Map.of("C/Hello", Map.of("A", "1"), "A/Hello", Map.of()), Map.of())
                        .unknownFunctions(catalog))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .contains("variables are given for C/Hello", "A/Hello");
    }
}
