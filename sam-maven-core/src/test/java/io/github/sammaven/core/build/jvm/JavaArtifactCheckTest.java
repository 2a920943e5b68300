package io.github.sammaven.core.build.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaArtifactCheckTest {

    @TempDir
    private Path temp;

    private final Map<String, Path> artifacts = new HashMap<>();

    @BeforeEach
    void compile() throws IOException {
        artifacts.put(
                "Orders",
                JavaSources.compile(
                        temp.resolve("orders"),
                        "package acme; public class Orders { public void handle(String in) {} }"));
    }

    private List<Problem> check(String resources) {
        Template template = new TemplateReader()
                .parse(
                        "Transform: AWS::Serverless-2016-10-31\n" + resources,
                        temp.resolve("template.yaml"),
                        "template.yaml");
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
        return new JavaArtifactCheck(temp.resolve("cache/jars")).check(catalog, artifacts);
    }

    @Test
    void artifactThatFitsHasNoProblem() {
        assertThat(check("""
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: orders, Runtime: java17, Handler: acme.Orders::handle}
                        """)).isEmpty();
    }

    @Test
    void problemsStandWhereTheirPropertyIsWrittenAlsoInGlobals() throws IOException {
        JavaSources.jar(temp.resolve("orders/lib/a.jar"), Map.of("x/A.class", "1"));
        JavaSources.jar(temp.resolve("orders/lib/b.jar"), Map.of("x/A.class", "2"));

        assertThat(check("""
                        Globals:
                          Function:
                            Runtime: java11
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: orders
                              Handler: acme.Orders::handel
                        """))
                .extracting(problem -> problem.severity() + " " + problem.mark() + " " + problem.message())
                .containsExactly(
                        "ERROR template.yaml:4:5 Orders: acme.Orders in the code of the function is compiled for Java"
                                + " 17, the runtime java11 has Java 11",
                        "WARNING template.yaml:9:7 Orders: x.A is in both lib/a.jar and lib/b.jar with different"
                                + " content; lib/a.jar wins",
                        "ERROR template.yaml:10:7 Orders: acme.Orders has no method handel, which Handler names");
    }

    @Test
    void classInALayerOfTheTemplateIsSeen() throws IOException {
        Path library = JavaSources.compile(
                temp.resolve("library"), "package lib; public class Invoker { public void handle(String in) {} }");
        JavaSources.jar(temp.resolve("layer/java/lib/invoker.jar"), library);
        artifacts.put("Shared", temp.resolve("layer"));

        assertThat(check("""
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: orders
                              Runtime: java17
                              Handler: lib.Invoker::other
                              Layers: [!Ref Shared]
                          Shared:
                            Type: AWS::Serverless::LayerVersion
                            Properties: {ContentUri: layer}
                        """))
                .extracting(Problem::message)
                .containsExactly("Orders: lib.Invoker has no method other, which Handler names");
    }

    @Test
    void layerThatIsElsewhereMayHoldTheHandler() {
        assertThat(check("""
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: orders
                              Runtime: java17
                              Handler: lib.Invoker::handle
                              Layers: ["arn:aws:lambda:eu-central-1:123456789012:layer:base:1"]
                        """)).isEmpty();
    }

    @Test
    void otherRuntimesImagesWrappersAndRemoteCodeArePassedOver() {
        for (String name : List.of("Native", "Image", "Remote", "Wrapped")) {
            artifacts.put(name, temp.resolve("orders"));
        }
        assertThat(check("""
                        Resources:
                          Native:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: orders, Runtime: provided.al2023, Handler: bootstrap}
                          Image:
                            Type: AWS::Serverless::Function
                            Properties: {PackageType: Image, ImageUri: orders:1}
                          Remote:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: s3://bucket/key, Runtime: java17, Handler: none}
                          Wrapped:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: orders
                              Runtime: java17
                              Handler: run.sh
                              Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/bootstrap}}
                        """)).isEmpty();
    }

    @Test
    void jarThatCannotBeReadIsARefusalOfTheWorld() throws IOException {
        artifacts.put("Orders", Files.writeString(temp.resolve("orders.jar"), "no jar"));

        assertThatThrownBy(() -> check("""
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties: {CodeUri: orders.jar, Runtime: java17, Handler: acme.Orders}
                        """))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("template.yaml:5:18: Orders: the classes in orders.jar cannot be read");
    }
}
