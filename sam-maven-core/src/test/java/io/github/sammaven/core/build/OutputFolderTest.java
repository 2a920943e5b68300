package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.content;
import static io.github.sammaven.core.build.BuildProject.function;
import static io.github.sammaven.core.build.BuildProject.layer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    private Path folder;

    private BuildProject project;

    @BeforeEach
    void write() throws IOException {
        project = new BuildProject(folder)
                .file("code/app.py", "app")
                .file("shop/code/app.py", "shop")
                .file(
                        "shop/stack.yaml",
                        "Resources:\n" + function("Fn", "python3.12", "code").indent(2));
    }

    @Test
    void artifactsOfWhatIsGoneAreRemoved() throws IOException {
        String shop = "Shop:\n  Type: AWS::Serverless::Application\n  Properties: {Location: shop/stack.yaml}\n";
        project.build(shop
                + function("Old", "python3.12", "code")
                + function("Kept", "python3.12", "code")
                + layer("Layer", "code", "Metadata: {BuildMethod: python3.12}"));
        project.file("target/sam/build/Shop/Gone/x", "x").file("target/sam/build/file", "x");

        BuildResult result = project.build(shop + function("Kept", "python3.12", "code") + layer("Layer", "code"));
        new OutputFolder(project.output()).keep(result);

        assertThat(content(project.output())).containsOnlyKeys("Kept/app.py", "Shop/Fn/app.py");
    }

    @Test
    void absentFolderStaysAbsent() {
        new OutputFolder(folder.resolve("none")).keep(project.build(layer("Layer", "code")));
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
