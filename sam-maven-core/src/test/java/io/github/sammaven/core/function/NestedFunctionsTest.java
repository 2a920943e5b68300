package io.github.sammaven.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.stack.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedFunctionsTest {

    private static final String ROOT = """
            Resources:
              Zoo: {Type: AWS::Serverless::Application, Properties: {Location: zoo/template.yaml}}
              App:
                Type: AWS::CloudFormation::Stack
                Metadata: {SamResourceId: Shop}
                Properties: {TemplateURL: app/template.yaml, Parameters: {Table: orders}}
              Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: code, FunctionName: greeter}}
            """;
    private static final String APP = """
            Parameters: {Table: {Type: String, Default: none}}
            Globals: {Function: {Runtime: python3.12, Timeout: 9}}
            Resources:
              Inner: {Type: AWS::Serverless::Application, Properties: {Location: inner/template.yaml}}
              Hello:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: ../code, Environment: {Variables: {TABLE: !Ref Table}}}
              Order: {Type: AWS::Serverless::Function, Properties: {CodeUri: order, FunctionName: !Sub "${Table}-fn"}}
            """;
    private static final String INNER = """
            Resources:
              Deep:
                Type: AWS::Lambda::Function
                Metadata: {SamResourceId: VeryDeep}
                Properties: {Code: src, Handler: a.b, Runtime: nodejs20.x}
            """;
    private static final String ZOO = """
            Resources:
              Order: {Type: AWS::Serverless::Function, Properties: {CodeUri: order, FunctionName: greeter}}
            """;

    @TempDir
    private Path folder;

    private StackFiles files;
    private FunctionCatalog catalog;

    @BeforeEach
    void read() throws IOException {
        files = new StackFiles(folder)
                .write("template.yaml", ROOT)
                .write("app/template.yaml", APP)
                .write("app/inner/template.yaml", INNER)
                .write("zoo/template.yaml", ZOO);
        catalog = FunctionCatalog.of(files.tree());
    }

    @ParameterizedTest
    @CsvSource({
        "Hello, Hello",
        "App/Hello, App/Hello",
        "App/Inner/Deep, App/Inner/Deep",
        "Shop/Hello, App/Hello",
        "Shop/Inner/VeryDeep, App/Inner/Deep",
        "Deep, App/Inner/Deep",
        "VeryDeep, App/Inner/Deep",
        "orders-fn, App/Order",
        "greeter, Hello",
        "Order, App/Order",
        "arn:aws:lambda:eu-west-1:123456789012:function:App/Inner/Deep, App/Inner/Deep",
        "arn:aws:lambda:eu-west-1:123456789012:function:Deep, App/Inner/Deep",
        "App/Hello:live, App/Hello"
    })
    void functionIsFoundByPathThenByAnyOfItsNames(String name, String id) {
        assertThat(catalog.function(name).map(LambdaFunction::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"Inner/Deep", "App/Deep", "Zoo/Hello", "/Hello", "App/", "Nobody"})
    void partOfAPathIsNoName(String name) {
        assertThat(catalog.function(name)).isEmpty();
        assertThat(catalog.ambiguity(name)).isEmpty();
    }

    @Test
    void severalOfOneNameAreListedThoseOfTheRootFirst() {
        assertThat(catalog.functions("greeter")).extracting(LambdaFunction::id).containsExactly("Hello", "Zoo/Order");
        assertThat(catalog.ambiguity("Order").map(Problem::message))
                .contains("2 functions are called Order: App/Order, Zoo/Order; the first is taken");
        assertThat(catalog.ambiguity("Hello")).isEmpty();
        assertThat(catalog.ambiguity("Zoo/Order")).isEmpty();
    }

    @Test
    void pathsCountFromTheNestedTemplate() {
        assertThat(catalog.function("App/Hello").orElseThrow().code())
                .isInstanceOfSatisfying(
                        CodeSource.Local.class, code -> assertThat(code.path()).isEqualTo(folder.resolve("code")));
        assertThat(catalog.function("Deep").orElseThrow().code())
                .isInstanceOfSatisfying(CodeSource.Local.class, code -> assertThat(code.path())
                        .isEqualTo(folder.resolve("app/inner/src")));
    }

    @Test
    void globalsAndParametersAreThoseOfTheStack() {
        LambdaFunction hello = catalog.function("App/Hello").orElseThrow();
        assertThat(hello.timeout()).hasSeconds(9);
        assertThat(hello.environment()).containsEntry("TABLE", "orders");
        assertThat(hello.logicalId()).isEqualTo("Hello");
        assertThat(catalog.function("Hello").orElseThrow().timeout()).hasSeconds(3);
    }

    @Test
    void stackAloneNeedsNoPaths() {
        FunctionCatalog app = catalog.inStack("App");
        assertThat(app.functions()).extracting(LambdaFunction::id).containsExactly("App/Hello", "App/Order");
        assertThat(app.function("Hello").map(LambdaFunction::id)).contains("App/Hello");
        assertThat(app.function("Deep")).isEmpty();
        assertThat(catalog.inStack("").function("Order")).isEmpty();
    }

    @Test
    void conditionOfAStackCountsForItsFunctions() throws IOException {
        files.write(
                "template.yaml",
                ROOT.replace(
                                "{Type: AWS::Serverless::Application, P",
                                "{Condition: Never, Type: AWS::Serverless::Application, P")
                        + "Conditions: {Never: !Equals [a, b]}\n");
        FunctionCatalog now = FunctionCatalog.of(files.tree());
        assertThat(now.function("Zoo/Order")).isEmpty();
        assertThat(now.excluded()).containsExactly("Zoo/Order");
        assertThat(FunctionCatalog.ofAll(files.tree()).function("Zoo/Order")).isPresent();
    }

    @Test
    void functionsOfOtherStacksAreUnknownToASingleTemplate() {
        FunctionCatalog root = FunctionCatalog.of(
                files.tree().root().template(), files.tree().root().resolver());
        assertThat(root.functions()).extracting(LambdaFunction::id).containsExactly("Hello");
    }
}
