package io.github.sammaven.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionCatalogTest {

    private static final Path FOLDER = Path.of("project").toAbsolutePath();

    private static FunctionCatalog catalog(String yaml, LocalValues values) {
        Template template = new TemplateReader().parse(yaml, FOLDER.resolve("template.yaml"), "template.yaml");
        return FunctionCatalog.of(template, new TemplateResolver(template, values));
    }

    private static FunctionCatalog catalog(String yaml) {
        return catalog(yaml, LocalValues.defaults());
    }

    /** The one function with these properties, on the lines below {@code Properties}. */
    private static FunctionCatalog one(String type, String properties) {
        return catalog("Resources:\n  F:\n    Type: " + type + "\n    Properties: {" + properties + "}\n");
    }

    private static CodeSource code(String type, String properties) {
        FunctionCatalog catalog = one(type, properties);
        assertThat(catalog.problems()).isEmpty();
        return catalog.functions().get(0).code();
    }

    @Test
    void globalsAreMergedIntoSamFunctionsOnly() {
        FunctionCatalog catalog = catalog("""
                Globals:
                  Function:
                    Runtime: java17
                    Timeout: 20
                    MemorySize: 512
                    Architectures: [arm64]
                    CodeUri: target/shared
                    Layers: [!Ref Shared]
                    Environment: {Variables: {A: global, B: global}}
                  LayerVersion: {PublishLambdaVersion: true}
                Resources:
                  Shared: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer}}
                  Own: {Type: AWS::Lambda::LayerVersion, Properties: {Content: {S3Bucket: b, S3Key: k}}}
                  First:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Timeout: 5
                      Layers: ["arn:aws:lambda:us-east-1:1:layer:x:1", !Ref Own]
                      Environment: {Variables: {B: own, C: 3}}
                  Second:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: [Timeout, Environment, CodeUri]
                    Properties: {Handler: a.C}
                  Third:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: "*"
                    Properties: {Handler: a.D, Runtime: java21}
                  Plain:
                    Type: AWS::Lambda::Function
                    Properties: {Handler: a.E, Runtime: java11, Code: target/x.jar}
                """);
        assertThat(catalog.problems()).isEmpty();
        LambdaFunction first = catalog.function("First").orElseThrow();
        assertThat(first.runtime()).isEqualTo("java17");
        assertThat(first.handler()).isEqualTo("a.B");
        assertThat(first.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(first.memoryMb()).isEqualTo(512);
        assertThat(first.architecture()).isEqualTo(Architecture.ARM64);
        assertThat(first.layers())
                .containsExactly(
                        new LayerReference.InTemplate("Shared"),
                        new LayerReference.Published("arn:aws:lambda:us-east-1:1:layer:x:1"),
                        new LayerReference.InTemplate("Own"));
        assertThat(first.environment())
                .containsExactly(Map.entry("A", "global"), Map.entry("B", "own"), Map.entry("C", "3"));
        assertThat(first.code()).isInstanceOfSatisfying(CodeSource.Local.class, local -> {
            assertThat(local.path()).isEqualTo(FOLDER.resolve("target/shared"));
            assertThat(local.mark()).hasToString("template.yaml:7:5");
        });
        LambdaFunction second = catalog.function("Second").orElseThrow();
        assertThat(second.timeout()).isEqualTo(LambdaFunction.DEFAULT_TIMEOUT);
        assertThat(second.memoryMb()).isEqualTo(512);
        assertThat(second.environment()).isEmpty();
        assertThat(second.code()).isInstanceOfSatisfying(CodeSource.Local.class, local -> assertThat(local.path())
                .isEqualTo(FOLDER));
        LambdaFunction third = catalog.function("Third").orElseThrow();
        assertThat(third.memoryMb()).isEqualTo(LambdaFunction.DEFAULT_MEMORY_MB);
        LambdaFunction plain = catalog.function("Plain").orElseThrow();
        assertThat(plain.layers()).isEmpty();
        assertThat(plain.mark()).hasToString("template.yaml:29:3");
        assertThat(catalog.layers()).extracting(LambdaLayer::logicalId).containsExactly("Shared", "Own");
        assertThat(catalog.layers().get(0).properties().text("PublishLambdaVersion"))
                .contains("true");
        assertThat(catalog.layers().get(1).code()).isEqualTo(new CodeSource.Remote("s3://b/k"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::Serverless::Function | Handler: h                                 | .",
                "AWS::Lambda::Function     | Handler: h                                 | .",
                "AWS::Serverless::Function | CodeUri: ./a/../b                          | ./a/../b",
                "AWS::Lambda::Function     | Code: x.zip                                | x.zip",
                "AWS::Serverless::Function | CodeUri: !Sub 'target/${AWS::StackName}'   | target/local"
            })
    void pathsAreTakenFromTheTemplatesFolder(String type, String properties, String written) {
        assertThat(code(type, properties)).isInstanceOfSatisfying(CodeSource.Local.class, local -> {
            assertThat(local.written()).isEqualTo(written);
            assertThat(local.path()).isEqualTo(FOLDER.resolve(written).normalize());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::Serverless::Function | CodeUri: s3://b/k                      | s3://b/k",
                "AWS::Serverless::Function | CodeUri: https://s3.amazonaws.com/b/k  | https://s3.amazonaws.com/b/k",
                "AWS::Serverless::Function | 'CodeUri: {Bucket: b, Key: k}'         | s3://b/k",
                "AWS::Lambda::Function     | 'Code: {S3Bucket: b, S3Key: k}'        | s3://b/k"
            })
    void codeInS3IsRemote(String type, String properties, String location) {
        assertThat(code(type, properties)).isEqualTo(new CodeSource.Remote(location));
    }

    @Test
    void codeThatOnlyAwsKnowsIsRemoteAsItIsWritten() {
        assertThat(one("AWS::Serverless::Function", "CodeUri: !ImportValue path")
                        .functions())
                .extracting(LambdaFunction::code)
                .containsExactly(new CodeSource.Remote("!ImportValue path"));
        assertThat(one("AWS::Lambda::Function", "Code: {S3Bucket: !ImportValue b, S3Key: k}")
                        .functions())
                .extracting(LambdaFunction::code)
                .containsExactly(new CodeSource.Remote("!ImportValue b"));
    }

    @Test
    void inlineCodeIsKept() {
        assertThat(code("AWS::Serverless::Function", "InlineCode: !Sub '${AWS::Region}'"))
                .isEqualTo(new CodeSource.Inline("us-east-1"));
        assertThat(code("AWS::Lambda::Function", "Code: {ZipFile: 'x = 1'}")).isEqualTo(new CodeSource.Inline("x = 1"));
        assertThat(one("AWS::Serverless::Function", "InlineCode: !ImportValue x")
                        .functions())
                .extracting(LambdaFunction::code)
                .containsExactly(new CodeSource.Remote("!ImportValue x"));
    }

    @Test
    void imagesTakeNoRuntimeHandlerOrLayersFromGlobals() {
        FunctionCatalog catalog = catalog("""
                Globals: {Function: {Runtime: java17, Handler: a.B, Layers: [x], CodeUri: c, Timeout: 9}}
                Resources:
                  F: {Type: AWS::Serverless::Function, Properties: {PackageType: Image}}
                  G: {Type: AWS::Lambda::Function, Properties: {PackageType: Image, Code: {ImageUri: repo:1}}}
                """);
        LambdaFunction function = catalog.function("F").orElseThrow();
        assertThat(function.runtime()).isEmpty();
        assertThat(function.handler()).isEmpty();
        assertThat(function.layers()).isEmpty();
        assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(function.code()).isEqualTo(new CodeSource.Image("", Optional.empty(), ImageConfig.NONE));
        assertThat(function.properties().keys()).containsExactly("Timeout", "PackageType");
        assertThat(catalog.function("G").orElseThrow().code())
                .isEqualTo(new CodeSource.Image("repo:1", Optional.empty(), ImageConfig.NONE));
    }

    @Test
    void imageIsBuiltAsItsMetadataSay() {
        FunctionCatalog catalog = catalog("""
                Parameters: {Stage: {Type: String, Default: test}}
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      PackageType: Image
                      ImageConfig: {EntryPoint: [/run], Command: [app.main, !Ref Stage], WorkingDirectory: /work}
                    Metadata:
                      DockerContext: ../images
                      Dockerfile: docker/Orders
                      DockerTag: v1
                      DockerBuildArgs: {STAGE: !Ref Stage, LEVEL: 3}
                      DockerBuildTarget: slim
                      DockerBuildExtraParams: [--no-cache, --label, !Sub "stage=${Stage}"]
                      DockerImage: team/orders
                  G:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image}
                    Metadata: {Dockerfile: Other}
                """);
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.function("F").orElseThrow().code())
                .isEqualTo(new CodeSource.Image(
                        "",
                        Optional.of(new DockerBuild(
                                FOLDER.resolveSibling("images"),
                                "docker/Orders",
                                Optional.of("v1"),
                                Map.of("STAGE", "test", "LEVEL", "3"),
                                Optional.of("slim"),
                                List.of("--no-cache", "--label", "stage=test"),
                                Optional.of("team/orders"))),
                        new ImageConfig(List.of("/run"), List.of("app.main", "test"), Optional.of("/work"))));
        assertThat(catalog.function("G").orElseThrow().code())
                .isEqualTo(new CodeSource.Image(
                        "",
                        Optional.of(new DockerBuild(
                                FOLDER,
                                "Other",
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty())),
                        ImageConfig.NONE));
    }

    @Test
    void extraParametersMustBeAList() {
        FunctionCatalog catalog = catalog("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image}
                    Metadata: {Dockerfile: Dockerfile, DockerBuildExtraParams: --no-cache}
                """);
        assertThat(catalog.problems())
                .singleElement()
                .asString()
                .contains("F: DockerBuildExtraParams must be a list of texts, not a string");
    }

    @Test
    void imageCommandMustBeTexts() {
        FunctionCatalog catalog =
                one("AWS::Serverless::Function", "PackageType: Image, ImageConfig: {Command: [{a: b}]}");
        assertThat(catalog.problems())
                .singleElement()
                .asString()
                .contains("F: Command must be a list of texts, with a mapping");
    }

    @Test
    void resourcesWhoseConditionIsFalseAreLeftOut() {
        String yaml = """
                Parameters: {Stage: {Type: String}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                Resources:
                  F: {Type: AWS::Serverless::Function, Condition: Prod}
                  L: {Type: AWS::Serverless::LayerVersion, Condition: Prod}
                  G: {Type: AWS::Serverless::Function}
                """;
        FunctionCatalog dev = catalog(yaml, LocalValues.of(Map.of("Stage", "dev"), "us-east-1"));
        assertThat(dev.functions()).extracting(LambdaFunction::logicalId).containsExactly("G");
        assertThat(dev.excluded()).containsExactly("F", "L");
        FunctionCatalog unknown = catalog(yaml);
        assertThat(unknown.functions()).extracting(LambdaFunction::logicalId).containsExactly("F", "G");
        assertThat(unknown.excluded()).isEmpty();
    }

    @Test
    void layerThatIsLeftOutCannotBeUsed() {
        FunctionCatalog catalog = catalog("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  L: {Type: AWS::Serverless::LayerVersion, Condition: Never}
                  F: {Type: AWS::Serverless::Function, Properties: {Layers: [!If [Never, !Ref L, !Ref AWS::NoValue]]}}
                  G: {Type: AWS::Serverless::Function, Properties: {Layers: [!Ref L]}}
                """);
        assertThat(catalog.problems())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("G: the layer L is not there, its condition is false");
    }

    @Test
    void aVariableMayBeCalledCondition() {
        assertThat(one("AWS::Serverless::Function", "Environment: {Variables: {Condition: x}}")
                        .functions()
                        .get(0)
                        .environment())
                .containsExactly(Map.entry("Condition", "x"));
    }

    @Test
    void unknownVariablesAreEmptyAndSayWhy() {
        LambdaFunction function = one(
                        "AWS::Serverless::Function",
                        "Environment: {Variables: {A: !ImportValue x, B: !Ref AWS::NoValue, C: !Ref F, D: yes, E: ~}}")
                .functions()
                .get(0);
        assertThat(function.environment())
                .containsExactly(Map.entry("A", ""), Map.entry("C", "F"), Map.entry("D", "true"), Map.entry("E", ""));
        assertThat(function.unknownVariables())
                .containsExactly(Map.entry("A", "!ImportValue x: it is exported by another stack"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F",
                "sam-id",
                "orders",
                "orders:live",
                "123456789012:function:orders",
                "123456789012:function:orders:3",
                "arn:aws:lambda:us-east-1:123456789012:function:orders",
                "123456789012:orders",
                "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:$LATEST"
            })
    void functionIsFoundByEveryNameItHas(String name) {
        FunctionCatalog catalog = catalog("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Metadata: {SamResourceId: sam-id}
                    Properties: {FunctionName: orders}
                """);
        assertThat(catalog.function(name)).map(LambdaFunction::logicalId).contains("F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "", "arn:aws:sqs:us-east-1:123456789012:orders", "orders:live:x"})
    void otherNamesFindNothing(String name) {
        assertThat(one("AWS::Serverless::Function", "FunctionName: orders").function(name))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MemorySize: lots         | F: MemorySize must be a whole number above 0, not 'lots'",
                "Timeout: -1              | F: Timeout must be a whole number above 0, not '-1'",
                "Timeout: 99999999999     | F: Timeout must be a whole number above 0, not '99999999999'",
                "Layers: text             | F: Layers must be a list",
                "'Handler: [a]'           | F: Handler must be a single value, this is a list",
                "'Architectures: [arm46]' | F: Architectures must be a list of one, x86_64 or arm64",
                "Handler: !Ref Nowhere    | !Ref Nowhere names no parameter or resource",
                "'Environment: {Variables: {A: [b]}}' | F: the variable A must be text, this is a list"
            })
    void wrongPropertiesAreProblemsAndDefaultsStandIn(String properties, String message) {
        FunctionCatalog catalog = one("AWS::Serverless::Function", properties);
        assertThat(catalog.functions()).hasSize(1);
        assertThat(catalog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isTrue())
                .satisfies(problem -> assertThat(problem.mark().line()).isEqualTo(4))
                .extracting(Problem::message)
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Architectures: [!ImportValue a]' | F: Architectures is not known offline, !ImportValue a: it is exported by another stack",
                "MemorySize: !ImportValue m  | F: MemorySize is not known offline, !ImportValue m: it is exported by another stack",
                "Layers: !ImportValue l      | F: Layers is not known offline, !ImportValue l: it is exported by another stack",
                "'Environment: {Variables: !ImportValue v}' | F: Environment is not known offline, !ImportValue v: it is exported by another stack"
            })
    void unknownPropertiesAreWarnedOf(String properties, String message) {
        FunctionCatalog catalog = one("AWS::Serverless::Function", properties);
        assertThat(catalog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isFalse())
                .extracting(Problem::message)
                .isEqualTo(message);
        assertThat(catalog.functions().get(0).memoryMb()).isEqualTo(LambdaFunction.DEFAULT_MEMORY_MB);
    }

    @Test
    void unknownLayerIsKeptAsItIsWritten() {
        assertThat(one("AWS::Serverless::Function", "Layers: [!ImportValue l]")
                        .functions()
                        .get(0)
                        .layers())
                .isEqualTo(List.of(new LayerReference.Published("!ImportValue l")));
    }

    @Test
    void brokenShapesDoNotStopTheCatalog() {
        FunctionCatalog catalog = catalog(
                "Globals: text\nResources:\n  A: text\n  B: {Type: [x]}\n  C: {Type: AWS::Serverless::Function, Properties: [a]}\n");
        assertThat(catalog.functions()).extracting(LambdaFunction::logicalId).containsExactly("C");
        assertThat(catalog("Resources: []\n").functions()).isEmpty();
    }
}
