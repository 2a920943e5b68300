package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.function;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDirectoryTest {

    private static final String TEMPLATE = function("Fn", "python3.12", "src/code")
            + "Img:\n  Type: AWS::Serverless::Function\n  Properties: {PackageType: Image}\n"
            + "  Metadata: {Dockerfile: Dockerfile, DockerContext: image}\n";

    @TempDir
    private Path folder;

    private BuildProject project;

    @BeforeEach
    void write() throws IOException {
        project = new BuildProject(folder.resolve("module"))
                .file("src/code/app.py", "app")
                .file("image/Dockerfile", "");
    }

    private void check(String name) {
        new BuildDirectory(project.path(name))
                .check(Set.of(project.path(""), project.output()), project.tree(TEMPLATE), project.catalog(TEMPLATE));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String name) {
        return assertThatThrownBy(() -> check(name))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("such as .aws-sam/build");
    }

    @Test
    void folderOfItsOwnIsTaken() throws IOException {
        assertThatCode(() -> check(".aws-sam/build")).doesNotThrowAnyException();
        assertThatCode(() -> check("../out")).doesNotThrowAnyException();
        Files.createDirectories(project.path("empty"));
        assertThatCode(() -> check("empty")).doesNotThrowAnyException();
    }

    @Test
    void resultOfAnEarlierBuildIsTaken() throws IOException {
        project.file("out/template.yaml", "x")
                .file(".aws-sam/build/Fn/half", "x")
                .file("target/other/x", "x");
        assertThatCode(() -> check("out")).doesNotThrowAnyException();
        assertThatCode(() -> check(".aws-sam/build")).doesNotThrowAnyException();
        assertThatCode(() -> check("target/other")).doesNotThrowAnyException();
    }

    @Test
    void moduleAndWhatIsAboveItAreRefused() {
        assertRefused("").hasMessageContaining("holds " + project.path(""));
        assertRefused("..").hasMessageContaining("holds");
        assertRefused("target").hasMessageContaining("holds " + project.output());
    }

    @Test
    void sourcesAreRefused() {
        assertRefused("src").hasMessageContaining("holds the sources in " + project.path("src/code"));
        assertRefused("src/code").hasMessageContaining("holds the sources in");
        assertRefused("image").hasMessageContaining("holds the sources in");
    }

    @Test
    void folderInsideOfCodeIsRefused() {
        assertRefused("src/code/out").hasMessageContaining("is part of the code in " + project.path("src/code"));
        assertThatCode(() -> check("src/code/.aws-sam/build")).doesNotThrowAnyException();
    }

    @Test
    void filesOfSomebodyElseAreRefused() throws IOException {
        project.file("docs/thesis.txt", "x").file("file", "x").file(".aws-sam/pipeline/config", "x");
        assertRefused("docs").hasMessageContaining("holds files and no template.yaml of an earlier build");
        assertRefused("file").hasMessageContaining("holds files");
        assertRefused(".aws-sam").hasMessageContaining("holds files");
    }

    @Test
    void folderOfTheTemplateIsRefused() throws IOException {
        project.file("stack/child.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic'}}");
        String nested = "Shop:\n  Type: AWS::Serverless::Application\n  Properties: {Location: stack/child.yaml}\n";
        assertThatThrownBy(() -> new BuildDirectory(project.path("stack"))
                        .check(Set.of(), project.tree(nested), project.catalog(nested)))
                .hasMessageContaining("holds the template " + project.path("stack/child.yaml"));
    }
}
