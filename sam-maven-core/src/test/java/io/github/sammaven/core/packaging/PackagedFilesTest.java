package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are taken as they are, and what is no file of this machine. */
class PackagedFilesTest {

    private static final String TEMPLATE = """
            Transform:
              - AWS::Serverless-2016-10-31
              - Name: AWS::Include
                Parameters: {Location: parts/top.yaml}
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties: {StageName: dev, DefinitionUri: api/open.yaml}
              Graph:
                Type: AWS::Serverless::GraphQLApi
                Properties:
                  SchemaUri: ./schema.graphql
                  Resolvers:
                    Query:
                      getBook: {CodeUri: resolvers/book.js}
              Inner:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: inner.yaml}
              Included:
                Type: AWS::Serverless::HttpApi
                Properties:
                  DefinitionBody:
                    Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/body.yaml}}
            """;

    private static final String ELSEWHERE = """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties: {StageName: dev, DefinitionUri: s3://bucket/key}
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties: {DefinitionUri: {Bucket: b, Key: k}}
              Parameterized:
                Type: AWS::Serverless::HttpApi
                Properties: {DefinitionUri: !Ref Where}
              Application:
                Type: AWS::Serverless::Application
                Properties: {Location: {ApplicationId: a, SemanticVersion: 1.0.0}}
              Inner:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: https://bucket.s3.eu-west-1.amazonaws.com/key}
              Resolved:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: '{{resolve:ssm:/where}}'}
              Other:
                Type: AWS::SNS::Topic
                Properties: {DefinitionUri: x}
              Macro:
                Type: AWS::SNS::Topic
                Properties:
                  Fn::Transform: {Name: Mine, Parameters: {Location: x.yaml}}
              Broken:
                Type: AWS::Glue::Job
                Properties: {Command: text}
            """;

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();

    private PackagingProject project() throws IOException {
        return new PackagingProject(folder)
                .file("parts/top.yaml", "top")
                .file("parts/body.yaml", "body")
                .file("api/open.yaml", "openapi")
                .file("schema.graphql", "schema")
                .file("resolvers/book.js", "resolver")
                .file("inner.yaml", "Resources: {}\n");
    }

    @Test
    void uploadsEachUnderTheHashOfItsBytes() throws IOException {
        MemoryStore store = new MemoryStore();

        PackagedTemplate packaged =
                new Packager(Optional.of(store), events::add).pack(project().request(TEMPLATE));

        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        md5("top"),
                        md5("body"),
                        md5("openapi"),
                        md5("schema"),
                        md5("resolver"),
                        md5("Resources: {}\n") + ".template");
        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains(
                        "Location: s3://memory/" + md5("top"),
                        "DefinitionUri: s3://memory/" + md5("openapi"),
                        "SchemaUri: s3://memory/" + md5("schema"),
                        "CodeUri: s3://memory/" + md5("resolver"),
                        "TemplateURL: https://invalid/memory/" + md5("Resources: {}\n") + ".template",
                        "Location: s3://memory/" + md5("body"));
        assertThat(packaged.files())
                .extracting(PackagedFile::source)
                .containsExactly(
                        "parts/top.yaml", "parts/body.yaml", "api/open.yaml", "./schema.graphql", "resolvers/book.js");
        assertThat(packaged.archives()).isEmpty();
    }

    @Test
    void refusesEachThatIsAbsentAtItsPlace() {
        MemoryStore store = new MemoryStore();
        PackageRequest request = new PackagingProject(folder).request(TEMPLATE);

        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class, () -> new Packager(Optional.of(store), events::add).pack(request));

        String absent = " refers to a file or folder that does not exist: ";
        assertThat(refused.problems())
                .extracting(problem -> problem.mark().line() + " " + problem.message())
                .containsExactly(
                        "4 Parameter Parameters.Location of AWS::Include" + absent + "parts/top.yaml",
                        "8 Parameter DefinitionUri of resource Api" + absent + "api/open.yaml",
                        "12 Parameter SchemaUri of resource Graph" + absent + "schema.graphql",
                        "15 Parameter CodeUri of resource Graph" + absent + "resolvers/book.js",
                        "18 Parameter TemplateURL of resource Inner is neither the S3 URL nor the path of a template:"
                                + " inner.yaml",
                        "23 Parameter Parameters.Location of AWS::Include" + absent + "parts/body.yaml");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void namesThemFromTheNewFolderWithoutAnUpload() throws IOException {
        PackagedTemplate packaged =
                new Packager(Optional.empty(), events::add).pack(project().request(TEMPLATE));

        assertThat(events).allSatisfy(event -> assertThat(event).isInstanceOf(ArtifactPackaged.class));
        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains(
                        "Location: ../../parts/top.yaml",
                        "DefinitionUri: ../../api/open.yaml",
                        "SchemaUri: ../../schema.graphql",
                        "CodeUri: ../../resolvers/book.js",
                        "TemplateURL: nested/Inner.yaml",
                        "Location: ../../parts/body.yaml");
        assertThat(folder.resolve("target/sam/nested/Inner.yaml")).hasContent("Resources: {}\n");
    }

    @Test
    void leavesAloneWhatIsNoLocalFile() {
        PackageRequest request = new PackagingProject(folder).request(ELSEWHERE);

        assertThat(new Packager(Optional.of(new MemoryStore()), events::add)
                        .pack(request)
                        .template()
                        .root())
                .isEqualTo(request.template().root());
        assertThat(new Packager(Optional.empty(), events::add)
                        .pack(request)
                        .template()
                        .root())
                .isEqualTo(request.template().root());
        assertThat(events).isEmpty();
    }

    private static String md5(String content) {
        return SamCliRecipe.md5(content.getBytes(StandardCharsets.UTF_8));
    }
}
