package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that the CDK has made. */
class CdkPackagingTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String TEMPLATE = """
            Parameters:
              AssetParameters%1$sS3Bucket12AB: {Type: String}
              AssetParameters%1$sS3VersionKey12AB: {Type: String, Default: given}
              Other: {Type: String}
            Resources:
              Fn12AB34CD:
                Type: AWS::Lambda::Function
                Properties:
                  Code: {S3Bucket: {'Fn::Sub': 'cdk-${AWS::AccountId}'}, S3Key: x.zip}
                  Handler: a.B
                Metadata:
                  aws:cdk:path: Shop/Orders/Resource
                  aws:asset:path: asset.1
                  aws:asset:property: Code
              Nested99:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: {'Fn::Join': ['', [a, b]]}
                Metadata:
                  aws:cdk:path: Shop/Audit.NestedStack/Audit.NestedStackResource
                  aws:asset:path: Audit.nested.template.json
                  aws:asset:property: TemplateURL
            """.formatted(HASH);
    private static final String NESTED = """
            {"Resources": {"Layer77": {
              "Type": "AWS::Lambda::LayerVersion",
              "Properties": {"Content": {"S3Bucket": "b", "S3Key": "k"}},
              "Metadata": {"aws:cdk:path": "Shop/Audit/Layer/Resource", "aws:asset:path": "asset.2",
                           "aws:asset:property": "Content"}}}}
            """;

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();

    private PackagedTemplate pack(PackagingProject project) {
        return new Packager(Optional.of(store), event -> {}).pack(project.request(TEMPLATE));
    }

    @Test
    void packagesTheAssetsThatMetadataNames() throws IOException {
        PackagingProject project = new PackagingProject(folder)
                .file("asset.1/a.txt", "1")
                .file("asset.2/a.txt", "2")
                .file("Audit.nested.template.json", NESTED);

        String packaged = new TemplateWriter().yaml(pack(project).template().root());

        assertThat(packaged)
                .contains("S3Bucket: memory\n", "S3Key: '" + SamCliRecipe.folder(folder.resolve("asset.1")) + "'")
                .contains("TemplateURL: https://invalid/memory/")
                .contains("S3Bucket12AB:\n    Type: String\n    Default: ' '\n")
                .contains("Default: given")
                .contains("  Other:\n    Type: String\nResources")
                .doesNotContain("SamResourceId");
        assertThat(store.keys()).contains(SamCliRecipe.folder(folder.resolve("asset.2")));
    }

    @Test
    void callsResourcesByTheNamesTheyHaveInCode() throws IOException {
        PackagingProject project = new PackagingProject(folder).file("Audit.nested.template.json", NESTED);

        InvalidTemplateException refused = catchThrowableOfType(InvalidTemplateException.class, () -> pack(project));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "Parameter Code of resource Orders refers to a file or folder that does not exist: asset.1",
                        "Parameter Content of resource Audit/Layer refers to a file or folder that does not exist:"
                                + " asset.2");
    }
}
