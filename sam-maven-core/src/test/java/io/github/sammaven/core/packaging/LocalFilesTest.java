package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.TemplateWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that only an uploading SAM CLI could make of use. */
class LocalFilesTest {

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
                Properties: {TemplateURL: ../inner.yaml}
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

    @Test
    void refusesEachFileAtItsPlaceWhenThereIsAnUpload() {
        MemoryStore store = new MemoryStore();
        PackageRequest request = new PackagingProject(folder).request(TEMPLATE);

        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class, () -> new Packager(Optional.of(store), events::add).pack(request));

        assertThat(refused.problems())
                .extracting(problem -> problem.mark().line() + " " + problem.message())
                .containsExactly(
                        "4 Parameter Location of AWS::Include is a local file, which is not uploaded by this version: parts/top.yaml",
                        "8 Parameter DefinitionUri of resource Api is a local file, which is not uploaded by this version: api/open.yaml",
                        "12 Parameter SchemaUri of resource Graph is a local file, which is not uploaded by this version:"
                                + " ./schema.graphql",
                        "15 Parameter CodeUri of resource Graph is a local file, which is not uploaded by this version:"
                                + " resolvers/book.js",
                        "18 Parameter TemplateURL of resource Inner is a local file, which is not uploaded by this version:"
                                + " ../inner.yaml",
                        "23 Parameter Location of AWS::Include is a local file, which is not uploaded by this version: parts/body.yaml");
        assertThat(refused.problems())
                .filteredOn(problem -> problem.message().contains("DefinitionUri"))
                .extracting(Problem::suggestion)
                .containsExactly("put it into S3 and write s3://BUCKET/KEY, or use DefinitionBody");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void warnsAndNamesThemFromTheNewFolderWithoutAnUpload() {
        PackageRequest request = new PackagingProject(folder).request(TEMPLATE);

        PackagedTemplate packaged = new Packager(Optional.empty(), events::add).pack(request);

        assertThat(events).hasSize(6).allSatisfy(event -> assertThat(event).isInstanceOf(Warning.class));
        assertThat(new TemplateWriter().yaml(packaged.template().root()))
                .contains(
                        "Location: ../../parts/top.yaml",
                        "DefinitionUri: ../../api/open.yaml",
                        "SchemaUri: ../../schema.graphql",
                        "CodeUri: ../../resolvers/book.js",
                        "TemplateURL: ../../../inner.yaml",
                        "Location: ../../parts/body.yaml");
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

    @ParameterizedTest
    @CsvSource({"AWS::Glue::Job,Command.ScriptLocation", "AWS::Serverless::GraphQLApi,Functions.F.CodeUri"})
    void findsAValueBelowOtherKeys(String type, String path) {
        String properties = path.replace(".", ": {") + ": job.py" + "}".repeat(path.split("\\.").length - 1);
        PackageRequest request = new PackagingProject(folder)
                .request("Resources: {R: {Type: '" + type + "', Properties: {" + properties + "}}}");

        assertThat(new LocalFiles(request.template()).errors()).hasSize(1);
    }
}
