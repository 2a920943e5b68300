package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged template says, and that the rest of it is as it was. */
class PackagedLocationsTest {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                CodeUri: code
                Runtime: java17
            Resources:
              Sam:
                Type: AWS::Serverless::Function
                DeletionPolicy: Retain
                Properties:
                  Handler: a.B
                  Role: !GetAtt Role.Arn
              SamLayer:
                Type: AWS::Serverless::LayerVersion
                Properties:
                  ContentUri: layer
                  LayerName: !Sub '${AWS::StackName}-layer'
              Raw:
                Type: AWS::Lambda::Function
                Properties:
                  Code: code
                  Handler: a.B
              RawLayer:
                Type: AWS::Lambda::LayerVersion
                Properties:
                  Content: layer
              Inline:
                Type: AWS::Serverless::Function
                Properties: {InlineCode: 'exports.handler = 1'}
              InlineRaw:
                Type: AWS::Lambda::Function
                Properties: {Code: {ZipFile: 'exports.handler = 1'}}
              Image:
                Type: AWS::Serverless::Function
                Properties: {PackageType: Image, ImageUri: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/x:1}
              Remote:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: s3://other/key}
              Virtual:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: https://other.s3.eu-central-1.amazonaws.com/key}
              Given:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: !Ref CodeParameter}
              Table:
                Type: AWS::DynamoDB::Table
            Outputs:
              Arn: {Value: !GetAtt Sam.Arn}
            """;

    @TempDir
    private Path folder;

    private PackagingProject project;

    @BeforeEach
    void create() throws IOException {
        project = new PackagingProject(folder).file("code/a.txt", "code").file("layer/a.txt", "layer");
    }

    @Test
    void writesAUriForSamTypesAndAMappingForRawOnes() {
        MappingNode resources = pack(Optional.of(new MemoryStore()));

        assertThat(property(resources, "Sam", "CodeUri").asText())
                .hasValueSatisfying(uri -> assertThat(uri).matches("s3://memory/[0-9a-f]{32}"));
        assertThat(property(resources, "SamLayer", "ContentUri").asText())
                .hasValueSatisfying(uri -> assertThat(uri).startsWith("s3://memory/"));
        assertThat(property(resources, "Raw", "Code").toString())
                .matches("\\{S3Bucket=\"memory\", S3Key=\"[0-9a-f]{32}\"}");
        assertThat(property(resources, "RawLayer", "Content")
                        .asMapping()
                        .orElseThrow()
                        .keys())
                .containsExactly("S3Bucket", "S3Key");
    }

    @Test
    void leavesEverythingElseAsItWas() {
        MappingNode before = resources(project.request(TEMPLATE).template().root());
        MappingNode after = pack(Optional.of(new MemoryStore()));

        assertThat(after.keys()).containsExactlyElementsOf(before.keys());
        for (String id : new String[] {"Inline", "InlineRaw", "Image", "Remote", "Virtual", "Given", "Table"}) {
            assertThat(after.get(id)).isEqualTo(before.get(id));
        }
        MappingNode sam = after.mapping("Sam").orElseThrow();
        assertThat(sam.keys()).containsExactly("Type", "DeletionPolicy", "Properties");
        assertThat(sam.keyMark("Type"))
                .isEqualTo(before.mapping("Sam").orElseThrow().keyMark("Type"));
        assertThat(property(after, "Sam", "Role").asMapping().orElseThrow().isShortTag())
                .isTrue();
        assertThat(after.mapping("Raw")
                        .orElseThrow()
                        .mapping("Properties")
                        .orElseThrow()
                        .keys())
                .containsExactly("Code", "Handler");
    }

    @Test
    void pointsAtArchivesBesideTheTemplateWhenNothingIsUploaded() throws IOException {
        PackagedTemplate packaged = new Packager(Optional.empty(), event -> {}).pack(project.request(TEMPLATE));

        String path = property(resources(packaged.template().root()), "Raw", "Code")
                .asText()
                .orElseThrow();
        assertThat(path).matches("archives/[0-9a-f]{32}\\.zip");
        assertThat(folder.resolve("target/sam").resolve(path)).exists();
    }

    @Test
    void leavesATemplateWithoutResourcesAlone() {
        PackageRequest request = project.request("Description: nothing here\n");

        assertThat(new Packager(Optional.empty(), event -> {}).pack(request).template())
                .isEqualTo(request.template());
    }

    private MappingNode pack(Optional<ArtifactStore> store) {
        PackageRequest request = project.request(TEMPLATE);
        return resources(
                new Packager(store, event -> {}).pack(request).template().root());
    }

    private static MappingNode resources(MappingNode root) {
        return root.mapping("Resources").orElseThrow();
    }

    private static Node property(MappingNode resources, String id, String name) {
        return resources
                .mapping(id)
                .orElseThrow()
                .mapping("Properties")
                .orElseThrow()
                .get(name)
                .orElseThrow();
    }
}
