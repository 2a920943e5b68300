package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.template.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployableTemplateTest {

    @TempDir
    private Path folder;

    private PackagingProject project;
    private Path file;

    @BeforeEach
    void create() throws IOException {
        project = new PackagingProject(folder).file("code/a.txt", "code").function("Orders", "code");
        file = folder.resolve("target/sam/packaged.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"packaged.yaml", "packaged.json"})
    void readsWhatWasPackagedWithAnUpload(String name) {
        PackagedTemplate packaged = new Packager(Optional.of(new MemoryStore()), event -> {}).pack(project.request());
        Path written = file.resolveSibling(name);
        new TemplateFile().write(packaged.template().root(), written);

        assertThat(DeployableTemplate.read(written).body())
                .startsWith("Resources:")
                .contains("CodeUri: s3://memory/");
    }

    @Test
    void leavesALocationAloneThatParametersGive() throws IOException {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  BucketName:
                    Type: String
                  ObjectKey:
                    Type: String
                Resources:
                  Hello:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri:
                        Bucket: !Ref BucketName
                        Key: !Ref ObjectKey
                      Handler: app.handler
                      Runtime: python3.11
                """;
        Files.createDirectories(file.getParent());
        Files.writeString(file, template);

        assertThat(DeployableTemplate.read(file).body()).isEqualTo(template);
    }

    @Test
    void refusesWhenNothingWasPackaged() {
        assertThatThrownBy(() -> DeployableTemplate.read(file))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("run sam:package before sam:deploy");
    }

    @Test
    void refusesWhatWasPackagedWithoutAnUpload() {
        PackagedTemplate packaged = new Packager(Optional.empty(), event -> {}).pack(project.request());
        new TemplateFile().write(packaged.template().root(), file);

        assertThatThrownBy(() -> DeployableTemplate.read(file))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the code of Orders is not in S3")
                .hasMessageContaining("-Dsam.upload=true");
    }

    @Test
    void refusesALocalFileThatNobodyUploads() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                Resources:
                  Inner:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: ../../inner.yaml}
                """);

        assertThatThrownBy(() -> DeployableTemplate.read(file))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining(":4:")
                .hasMessageContaining("TemplateURL of resource Inner is a local file, not in S3: ../../inner.yaml");
    }
}
