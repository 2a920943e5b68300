package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.ArtifactBuilder;
import io.github.sammaven.core.build.BuildResult;
import io.github.sammaven.core.build.BuildSelection;
import io.github.sammaven.core.build.BuildSetup;
import io.github.sammaven.core.build.BuiltTemplates;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.packaging.artifact.ArtifactProperty;
import io.github.sammaven.core.packaging.artifact.ArtifactTable;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotPathsTest {

    @TempDir
    private Path folder;

    private Template parse(String text) {
        return new TemplateReader().parse(text, folder.resolve("template.yaml"), "template.yaml");
    }

    private String moved(String text) {
        return new TemplateWriter()
                .yaml(new SlotPaths()
                        .change(parse(text), path -> path.startsWith("/") ? path : "moved/" + path)
                        .root());
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static Stream<ArtifactProperty> rows() {
        return ArtifactTable.RESOURCES.stream().filter(row -> !row.isImage());
    }

    private static String resource(ArtifactProperty row, String value) {
        List<String> keys = row.path().keys().stream()
                .map(key -> key.equals("**") ? "Any" : key)
                .toList();
        return "Resources:\n  One:\n    Type: " + row.owner() + "\n    Properties: {"
                + keys.stream().collect(Collectors.joining(": {")) + ": " + value + "}".repeat(keys.size()) + "\n";
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPropertyOfTheTableIsMoved(ArtifactProperty row) {
        assertThat(moved(resource(row, "here/it"))).contains(row.path().last() + ": moved/here/it");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noPropertyOfTheTableIsMovedWhenItIsElsewhere(ArtifactProperty row) {
        for (String value : List.of("s3://bucket/key", "/absolute", "'{{resolve:ssm:a}}'", "{Ref: Where}", "null")) {
            Template template = parse(resource(row, value));
            assertThat(moved(resource(row, value))).isEqualTo(new TemplateWriter().yaml(template.root()));
        }
    }

    @Test
    void includesAreMovedAtAnyDepthAlsoInLists() {
        assertThat(moved("""
                        Resources:
                          Fn::Transform: {Name: AWS::Include, Parameters: {Location: more.yaml}}
                          Api:
                            Type: AWS::Serverless::Api
                            Properties:
                              DefinitionBody:
                                paths:
                                  - Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}
                                  - - Fn::Transform:
                                        - Name: AWS::Include
                                          Parameters: {Location: b.yaml}
                        """))
                .contains("Location: moved/more.yaml", "Location: moved/a.yaml", "Location: moved/b.yaml");
    }

    @Test
    void metadataOfTheRepositoryIsMoved() {
        assertThat(moved("""
                        Metadata:
                          AWS::ServerlessRepo::Application:
                            Name: shop
                            LicenseUrl: LICENSE
                            ReadmeUrl: s3://bucket/README
                        Resources: {}
                        """)).contains("Name: shop", "LicenseUrl: moved/LICENSE", "ReadmeUrl: s3://bucket/README");
    }

    @Test
    void functionThatInheritsItsPathGoesOnToDoSo() {
        assertThat(moved("""
                Globals: {Function: {CodeUri: code}}
                Resources: {Fn: {Type: AWS::Serverless::Function, Properties: {Handler: a.B}}}
                """)).isEqualTo("""
                Globals:
                  Function:
                    CodeUri: moved/code
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                """);
    }

    @Test
    void pathsInLoopsAreMovedWithTheirVariables() {
        assertThat(moved("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Services:
                    - Name
                    - [Orders, Audit]
                    - ${Name}Function:
                        Type: AWS::Serverless::Function
                        Properties: {CodeUri: 'services/${Name}'}
                        Metadata: {'aws:asset:path': 'asset.${Name}'}
                      ${Name}Layer:
                        Type: AWS::Serverless::LayerVersion
                        Properties: {ContentUri: !Sub 'layers/${Name}'}
                      ${Name}Other:
                        Type: AWS::Serverless::LayerVersion
                        Properties: {ContentUri: !Sub '${Name}/${AWS::Region}'}
                """))
                .contains(
                        "CodeUri: moved/services/${Name}",
                        "aws:asset:path: moved/asset.${Name}",
                        "ContentUri: !Sub moved/layers/${Name}",
                        "ContentUri: !Sub ${Name}/${AWS::Region}");
    }

    @Test
    void assetsOfTheCdkAreMoved() {
        assertThat(moved("""
                        Resources:
                          Fn:
                            Type: AWS::Lambda::Function
                            Properties: {Code: {S3Bucket: b, S3Key: k}}
                            Metadata: {'aws:asset:path': asset.1, 'aws:asset:property': Code}
                          Far:
                            Type: AWS::Lambda::Function
                            Properties: {Code: {S3Bucket: b, S3Key: k}}
                            Metadata: {'aws:asset:path': /out/asset.2, 'aws:asset:property': Code}
                        """)).contains("aws:asset:path: moved/asset.1", "aws:asset:path: /out/asset.2", "S3Key: k");
    }

    @Test
    void namesOfImagesStayAndTheirArchivesAndSourcesMove() throws IOException {
        file("image.tar", "tar");
        assertThat(moved("""
                        Resources:
                          Named:
                            Type: AWS::Serverless::Function
                            Properties: {PackageType: Image, ImageUri: 'shop:latest'}
                          Saved:
                            Type: AWS::Lambda::Function
                            Properties: {PackageType: Image, Code: {ImageUri: image.tar}}
                          Made:
                            Type: AWS::Serverless::Function
                            Properties: {PackageType: Image}
                            Metadata: {Dockerfile: Dockerfile, DockerContext: docker}
                          Beside:
                            Type: AWS::Serverless::Function
                            Properties: {PackageType: Image}
                            Metadata: {Dockerfile: Dockerfile}
                        """))
                .contains(
                        "ImageUri: shop:latest",
                        "ImageUri: moved/image.tar",
                        "Dockerfile: Dockerfile",
                        "DockerContext: moved/docker",
                        "DockerContext: moved/.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/sam/build", ".aws-sam/build"})
    void builtTemplatesCanBePackagedLikeTheirSources(String output) throws IOException {
        file("code/app.py", "app");
        file("docs/api.yaml", "openapi: 3.0.0\n");
        file("docs/part.yaml", "a: b\n");
        file("docs/LICENSE", "free");
        file("child/schema.graphql", "type Query { a: Int }\n");
        file("child/part.yaml", "c: d\n");
        file("outside/script.py", "print()\n");
        file("child/stack.yaml", """
                Resources:
                  Graph:
                    Type: AWS::Serverless::GraphQLApi
                    Properties: {SchemaUri: schema.graphql}
                  Table:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      Tags:
                        - Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./part.yaml}}
                """);
        String template = """
                Metadata: {AWS::ServerlessRepo::Application: {LicenseUrl: docs/LICENSE}}
                # What the shop is made of.
                Resources:
                  Fn: {Type: AWS::Serverless::Function, Properties: {CodeUri: code, Runtime: provided.al2023}}
                  Api: {Type: AWS::Serverless::Api, Properties: {DefinitionUri: docs/api.yaml}}
                  Shop: {Type: AWS::Serverless::Application, Properties: {Location: child/stack.yaml}}
                  Set: {Type: AWS::CloudFormation::StackSet, Properties: {TemplateURL: child/stack.yaml}}
                  Job: {Type: AWS::Glue::Job, Properties: {Command: {ScriptLocation: '%s'}}}
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties:
                      Tags:
                        - Fn::Transform: {Name: AWS::Include, Parameters: {Location: docs/part.yaml}}
                """.formatted(folder.resolve("outside/script.py"));
        file("template.yaml", template);
        Path built = folder.resolve(output);
        write(stacks(folder.resolve("template.yaml")), built);

        assertThat(built.resolve("template.yaml")).content().contains("# What the shop is made of.");
        assertThat(packaged(built.resolve("template.yaml")))
                .isNotEmpty()
                .isEqualTo(packaged(folder.resolve("template.yaml")));
    }

    @Test
    void placesInMappingsOfLoopsAreMoved() {
        assertThat(moved("""
                        Mappings:
                          SAMCodeUriServices:
                            Orders: {CodeUri: Orders, Note: text}
                            Audit: {CodeUri: 's3://bucket/key'}
                          Regions: {eu: {CodeUri: Orders}}
                        Resources: {}
                        """))
                .contains("CodeUri: moved/Orders", "Note: text", "CodeUri: s3://bucket/key", "CodeUri: Orders");
    }

    private static StackTree stacks(Path file) {
        Template template = new TemplateReader().read(file, "template.yaml");
        return StackTree.read(template, new TemplateResolver(template, LocalValues.defaults()))
                .complete();
    }

    /** As a build writes it that has built nothing, or for {@code .aws-sam} as one that exports that. */
    private void write(StackTree stacks, Path output) {
        Path own = folder.resolve("target/sam/build");
        BuildResult nothing = new ArtifactBuilder(
                        BuildSetup.of(module -> Optional.empty(), folder.resolve("target"), own))
                .build(FunctionCatalog.ofAll(stacks), new BuildSelection(Optional.empty(), List.of("Fn")));
        BuiltTemplates templates = new BuiltTemplates(stacks, new SlotPaths(), own);
        if (output.equals(own)) {
            templates.write(nothing);
        } else {
            templates.export(nothing, output);
        }
    }

    /** Keys and content of what is uploaded; nested templates are named by what is in them. */
    private List<String> packaged(Path template) {
        MemoryStore store = new MemoryStore();
        new Packager(Optional.of(store), event -> {})
                .pack(new PackageRequest(
                        stacks(template),
                        List.of(),
                        List.of(),
                        Map.of(),
                        folder.resolve("target/sam/archives"),
                        folder.resolve("target/sam/packaged.yaml"),
                        PackageOptions.defaults()));
        return new ArrayList<>(store.keys());
    }
}
