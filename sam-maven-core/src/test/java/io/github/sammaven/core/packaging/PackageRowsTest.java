package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.archive.FileTreeReader;
import io.github.sammaven.core.archive.ReproducibleZip;
import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.S3ArtifactStore;
import io.github.sammaven.core.aws.sdk.S3Server;
import io.github.sammaven.core.packaging.artifact.ArtifactTable;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.template.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every property that may hold a local path: what goes in, and what comes out, through the real client to an S3 server of
 * this JVM. Keys are worked out by {@link SamCliRecipe}. Writes what was shown to {@code target/package-rows.md}.
 */
@ExtendWith(LocalCredentials.class)
class PackageRowsTest {

    private static final String BUCKET = "acme-artifacts";
    private static final String IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:f-0123-latest";
    private static final List<String> REPORT = new ArrayList<>();

    private static S3Server server;
    private static AwsClients clients;

    /** What a single file that is no archive becomes. */
    private enum Single {
        ZIPPED,
        AS_IS
    }

    /** How the location comes back. */
    private enum Form {
        URI {
            @Override
            String of(String key) {
                return "\"s3://" + BUCKET + "/" + key + "\"";
            }
        },
        S3_PARTS {
            @Override
            String of(String key) {
                return "{S3Bucket=\"" + BUCKET + "\", S3Key=\"" + key + "\"}";
            }
        },
        PARTS {
            @Override
            String of(String key) {
                return "{Bucket=\"" + BUCKET + "\", Key=\"" + key + "\"}";
            }
        },
        URL {
            @Override
            String of(String key) {
                return "\"" + server.endpoint() + "/" + BUCKET + "/" + key + "\"";
            }
        };

        abstract String of(String key);
    }

    private record Row(String type, String property, boolean required, Single single, Form form) {

        @Override
        public String toString() {
            return type + " " + property;
        }
    }

    static Stream<Row> files() {
        return Stream.of(
                new Row("AWS::Serverless::Function", "CodeUri", true, Single.ZIPPED, Form.URI),
                new Row("AWS::Serverless::LayerVersion", "ContentUri", true, Single.ZIPPED, Form.URI),
                new Row("AWS::Serverless::Api", "DefinitionUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Serverless::HttpApi", "DefinitionUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Serverless::StateMachine", "DefinitionUri", false, Single.AS_IS, Form.PARTS),
                new Row("AWS::Serverless::GraphQLApi", "SchemaUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Serverless::GraphQLApi", "Resolvers.Query.book.CodeUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Serverless::GraphQLApi", "Functions.find.CodeUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Serverless::GraphQLApi", "Functions.a.b.c.CodeUri", false, Single.AS_IS, Form.URI),
                new Row("AWS::Lambda::Function", "Code", true, Single.ZIPPED, Form.S3_PARTS),
                new Row("AWS::Lambda::LayerVersion", "Content", true, Single.ZIPPED, Form.S3_PARTS),
                new Row("AWS::ApiGateway::RestApi", "BodyS3Location", false, Single.AS_IS, Form.PARTS),
                new Row("AWS::ApiGatewayV2::Api", "BodyS3Location", false, Single.AS_IS, Form.PARTS),
                new Row("AWS::StepFunctions::StateMachine", "DefinitionS3Location", false, Single.AS_IS, Form.PARTS),
                new Row("AWS::AppSync::GraphQLSchema", "DefinitionS3Location", false, Single.AS_IS, Form.URI),
                new Row("AWS::AppSync::Resolver", "RequestMappingTemplateS3Location", false, Single.AS_IS, Form.URI),
                new Row("AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location", false, Single.AS_IS, Form.URI),
                new Row("AWS::AppSync::Resolver", "CodeS3Location", false, Single.AS_IS, Form.URI),
                new Row(
                        "AWS::AppSync::FunctionConfiguration",
                        "RequestMappingTemplateS3Location",
                        false,
                        Single.AS_IS,
                        Form.URI),
                new Row(
                        "AWS::AppSync::FunctionConfiguration",
                        "ResponseMappingTemplateS3Location",
                        false,
                        Single.AS_IS,
                        Form.URI),
                new Row("AWS::AppSync::FunctionConfiguration", "CodeS3Location", false, Single.AS_IS, Form.URI),
                new Row("AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", true, Single.AS_IS, Form.S3_PARTS),
                new Row("AWS::Glue::Job", "Command.ScriptLocation", true, Single.AS_IS, Form.URI),
                new Row("AWS::CloudFormation::ModuleVersion", "ModulePackage", true, Single.AS_IS, Form.URI),
                new Row("AWS::CloudFormation::ResourceVersion", "SchemaHandlerPackage", true, Single.AS_IS, Form.URI));
    }

    static Stream<Row> images() {
        return Stream.of(
                new Row("AWS::Serverless::Function", "ImageUri", true, Single.AS_IS, Form.URI),
                new Row("AWS::Lambda::Function", "Code.ImageUri", true, Single.AS_IS, Form.URI));
    }

    static Stream<Row> nested() {
        return Stream.of(
                new Row("AWS::Serverless::Application", "Location", false, Single.AS_IS, Form.URL),
                new Row("AWS::CloudFormation::Stack", "TemplateURL", false, Single.AS_IS, Form.URL));
    }

    @TempDir
    private Path folder;

    private PackagingProject project;

    @BeforeAll
    static void start() {
        server = new S3Server().createBucket(BUCKET);
        clients = new AwsClients(server.settings());
    }

    @AfterAll
    static void stop() throws IOException {
        clients.close();
        server.close();
        List<String> lines = new ArrayList<>(List.of("| row | test | pass |", "|---|---|---|"));
        lines.addAll(REPORT);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "package-rows.md"), lines);
    }

    @BeforeEach
    void create() throws IOException {
        project = new PackagingProject(folder)
                .file("code/b.txt", "b")
                .file("code/lib/a.txt", "a")
                .file("single.txt", "single file")
                .file("child.yaml", "Resources: {}\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesTheLocationOfAFolderThatIsZipped(Row row) throws IOException {
        assertThat(packed(row, "code")).isEqualTo(row.form().of(SamCliRecipe.folder(folder.resolve("code"))));
        passed(row, "writesTheLocationOfAFolderThatIsZipped");
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesTheLocationOfASingleFile(Row row) throws IOException {
        project.file("wrapped/single.txt", "single file");
        byte[] bytes = Files.readAllBytes(folder.resolve("single.txt"));
        boolean zipped = row.single() == Single.ZIPPED;
        String key = zipped ? SamCliRecipe.folder(folder.resolve("wrapped")) : SamCliRecipe.md5(bytes);

        assertThat(packed(row, "single.txt")).isEqualTo(row.form().of(key));

        if (!zipped) {
            assertThat(server.content(BUCKET, key)).isEqualTo(bytes);
        }
        passed(row, "writesTheLocationOfASingleFile");
    }

    @ParameterizedTest
    @MethodSource("files")
    void uploadsAnArchiveAsItIs(Row row) throws IOException {
        Path archive = folder.resolve("app.jar");
        new ReproducibleZip()
                .write(new FileTreeReader().read(folder.resolve("code")).files(), archive);
        String key = SamCliRecipe.md5(Files.readAllBytes(archive));

        assertThat(packed(row, archive.toString())).isEqualTo(row.form().of(key));
        assertThat(server.content(BUCKET, key)).isEqualTo(Files.readAllBytes(archive));
        passed(row, "uploadsAnArchiveAsItIs");
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesAloneWhatIsRemoteOrAMapping(Row row) {
        String inS3 = row.form() == Form.URI ? "s3://other/key" : "https://s3.amazonaws.com/other/key";
        assertThat(packed(row, inS3)).isEqualTo('"' + inS3 + '"');
        assertThat(packed(row, "{Ref: Where}")).isEqualTo("{Ref=\"Where\"}");
        passed(row, "leavesAloneWhatIsRemoteOrAMapping");
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesTheAbsentForAMistakeWhereItIsNeeded(Row row) {
        String template = "Resources: {R: {Type: '" + row.type() + "', Properties: {Description: d}}}";
        if (row.required()) {
            assertThat(refusal(template)).contains("R has no " + row.property()).contains(". stands for the folder");
        } else {
            PackageRequest request = project.request(template);
            assertThat(pack(request).template().root())
                    .isEqualTo(request.template().root());
        }
        passed(row, "takesTheAbsentForAMistakeWhereItIsNeeded");
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesTheResourceOfAPathThatDoesNotExist(Row row) {
        assertThat(refusal(template(row, "no/such")))
                .contains("of resource R refers to a file or folder that does not exist: no/such");
        passed(row, "namesTheResourceOfAPathThatDoesNotExist");
    }

    @ParameterizedTest
    @MethodSource("images")
    void writesTheUriOfAPublishedImage(Row row) {
        assertThat(packed(row, "shop:latest")).isEqualTo('"' + IMAGE + '"');
        passed(row, "writesTheUriOfAPublishedImage");
    }

    @ParameterizedTest
    @MethodSource("images")
    void leavesAloneAnImageOfARegistry(Row row) {
        String there = "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop:1";
        assertThat(packed(row, there)).isEqualTo('"' + there + '"');
        assertThat(packed(row, "localhost:5000/shop:1")).isEqualTo("\"localhost:5000/shop:1\"");
        passed(row, "leavesAloneAnImageOfARegistry");
    }

    @ParameterizedTest
    @MethodSource("images")
    void refusesAFunctionWithoutItsImage(Row row) {
        String template = "Resources: {R: {Type: '" + row.type() + "', Properties: {PackageType: Image}}}";
        assertThat(refusal(template)).contains("Image not found for " + row.property() + " parameter of R resource");
        passed(row, "refusesAFunctionWithoutItsImage");
    }

    @ParameterizedTest
    @MethodSource("nested")
    void writesTheUrlOfANestedTemplate(Row row) throws IOException {
        String key = SamCliRecipe.md5("Resources: {}\n".getBytes(StandardCharsets.UTF_8)) + ".template";
        assertThat(packed(row, "child.yaml")).isEqualTo(row.form().of(key));
        assertThat(packed(row, "file://" + folder.resolve("child.yaml")))
                .isEqualTo(row.form().of(key));
        passed(row, "writesTheUrlOfANestedTemplate");
    }

    @ParameterizedTest
    @MethodSource("nested")
    void leavesAloneANestedTemplateThatIsElsewhere(Row row) {
        for (String there : new String[] {
            "s3://other/key",
            "https://s3.eu-west-1.amazonaws.com/other/key",
            "https://s3.dualstack.eu-west-1.amazonaws.com/other/key",
            "https://other.s3.eu-west-1.amazonaws.com/key",
            "https://other.s3-eu-west-1.amazonaws.com/key",
            "https://mine-123456789012.s3-accesspoint.eu-west-1.amazonaws.com/key",
            "https://other.s3.cn-north-1.amazonaws.com.cn/key"
        }) {
            assertThat(packed(row, there)).isEqualTo('"' + there + '"');
        }
        assertThat(packed(row, "{ApplicationId: a, SemanticVersion: 1.0.0}"))
                .isEqualTo("{ApplicationId=\"a\", SemanticVersion=\"1.0.0\"}");
        passed(row, "leavesAloneANestedTemplateThatIsElsewhere");
    }

    @ParameterizedTest
    @MethodSource("nested")
    void refusesANestedTemplateThatIsAbsent(Row row) {
        assertThat(refusal(template(row, "nobody.yaml")))
                .contains("of resource R is neither the S3 URL nor the path of a template: nobody.yaml");
        passed(row, "refusesANestedTemplateThatIsAbsent");
    }

    @Test
    void uploadsTheTemplateOfAStackSetVerbatim() throws IOException {
        Row row = new Row("AWS::CloudFormation::StackSet", "TemplateURL", false, Single.AS_IS, Form.URL);
        String text = "# kept\nResources: {F: {Type: 'AWS::Serverless::Function', Properties: {CodeUri: no/such}}}\n";
        project.file("set.yaml", text);
        String key = SamCliRecipe.md5(text.getBytes(StandardCharsets.UTF_8)) + ".template";

        assertThat(packed(row, "set.yaml")).isEqualTo(Form.URL.of(key));
        assertThat(server.content(BUCKET, key)).asString(StandardCharsets.UTF_8).isEqualTo(text);
        passed(row, "uploadsTheTemplateOfAStackSetVerbatim");
    }

    @Test
    void uploadsLicenceAndReadmeOfAnApplication() throws IOException {
        project.file("LICENSE", "licence").file("README.md", "readme");

        PackagedTemplate packaged = pack(project.request(
                "Metadata: {'AWS::ServerlessRepo::Application': {LicenseUrl: LICENSE, ReadmeUrl: ./README.md}}\n"));

        assertThat(packaged.template().root().toString())
                .contains(
                        "LicenseUrl=" + Form.URI.of(SamCliRecipe.md5("licence".getBytes(StandardCharsets.UTF_8))),
                        "ReadmeUrl=" + Form.URI.of(SamCliRecipe.md5("readme".getBytes(StandardCharsets.UTF_8))));
        REPORT.add("| Metadata AWS::ServerlessRepo::Application LicenseUrl, ReadmeUrl"
                + " | uploadsLicenceAndReadmeOfAnApplication | yes |");
    }

    @Test
    void uploadsIncludesAtAnyDepth() throws IOException {
        String expected = Form.URI.of(SamCliRecipe.md5("single file".getBytes(StandardCharsets.UTF_8)));
        String include = "{Name: AWS::Include, Parameters: {Location: single.txt}}";

        PackagedTemplate packaged = pack(project.request("""
                Transform: [AWS::Serverless-2016-10-31, %1$s]
                Resources:
                  Fn::Transform: %1$s
                  Topic:
                    Type: AWS::SNS::Topic
                    Properties:
                      Subscription:
                        - {Deep: [{Fn::Transform: %1$s}, {Fn::Transform: [%1$s]}]}
                Outputs:
                  Fn::Transform: {Name: Other, Parameters: {Location: untouched}}
                """.formatted(include)));

        assertThat(packaged.template().root().toString().split("Location=" + expected, -1))
                .hasSize(5);
        assertThat(packaged.template().root().toString()).contains("Location=\"untouched\"");
        assertThat(packaged.files()).hasSize(1);
        REPORT.add("| AWS::Include Parameters.Location | uploadsIncludesAtAnyDepth | yes |");
    }

    @Test
    void leavesARepositoryAlone() {
        PackageRequest request =
                project.request("Resources: {R: {Type: AWS::ECR::Repository, Properties: {RepositoryName: code}}}");
        assertThat(pack(request).template().root()).isEqualTo(request.template().root());
        REPORT.add("| AWS::ECR::Repository RepositoryName | leavesARepositoryAlone | yes |");
    }

    @Test
    void writesAnS3UriAsTheMappingItHasToBe() {
        Row lambda = new Row("AWS::Lambda::Function", "Code", true, Single.ZIPPED, Form.S3_PARTS);
        Row machine = new Row("AWS::Serverless::StateMachine", "DefinitionUri", false, Single.AS_IS, Form.PARTS);
        Row bundle =
                new Row("AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", true, Single.AS_IS, Form.S3_PARTS);

        assertThat(packed(lambda, "s3://b/dir/k.zip?versionId=7"))
                .isEqualTo("{S3Bucket=\"b\", S3Key=\"dir/k.zip\", S3ObjectVersion=\"7\"}");
        assertThat(packed(machine, "s3://b/k?versionId=7")).isEqualTo("{Bucket=\"b\", Key=\"k\", Version=\"7\"}");
        assertThat(packed(bundle, "s3://b/k?versionId=7")).isEqualTo("{S3Bucket=\"b\", S3Key=\"k\"}");
    }

    @Test
    void everyRowOfTheTableIsShown() {
        List<String> shown = Stream.of(files(), images(), nested())
                .flatMap(rows -> rows)
                .map(row -> row.type() + " " + lastKey(row))
                .toList();
        assertThat(ArtifactTable.RESOURCES)
                .filteredOn(row -> !row.owner().equals("AWS::CloudFormation::StackSet"))
                .allSatisfy(row -> assertThat(shown)
                        .contains(row.owner() + " " + row.path().last()));
    }

    private static String lastKey(Row row) {
        return row.property().substring(row.property().lastIndexOf('.') + 1);
    }

    private static void passed(Row row, String test) {
        REPORT.add("| " + row + " | " + test + " | yes |");
    }

    private static String template(Row row, String value) {
        String[] keys = row.property().split("\\.");
        String properties = String.join(": {", keys) + ": " + value + "}".repeat(keys.length - 1);
        boolean image = lastKey(row).equals("ImageUri");
        return "Resources: {R: {Type: '" + row.type() + "', Properties: {" + (image ? "PackageType: Image, " : "")
                + properties + "}}}";
    }

    /** The value of the row's property after packaging, as {@link Node} shows it. */
    private String packed(Row row, String value) {
        String quoted = value.startsWith("{") ? value : "'" + value + "'";
        PackagedTemplate packaged = pack(project.request(template(row, quoted)));
        Node node = packaged.template()
                .resource("R")
                .orElseThrow()
                .get("Properties")
                .orElseThrow();
        for (String key : row.property().split("\\.")) {
            node = node.asMapping().orElseThrow().get(key).orElseThrow();
        }
        return node.toString();
    }

    private String refusal(String template) {
        InvalidTemplateException refused =
                catchThrowableOfType(InvalidTemplateException.class, () -> pack(project.request(template)));
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }

    private static PackagedTemplate pack(PackageRequest request) {
        ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named(BUCKET));
        PackageServices services =
                new PackageServices(Optional.of(store), Optional.of((id, image) -> IMAGE), Optional.empty());
        return new Packager(services, event -> {}).pack(request);
    }
}
