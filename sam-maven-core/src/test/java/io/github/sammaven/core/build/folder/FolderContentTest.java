package io.github.sammaven.core.build.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.ignore.SecretFiles;
import io.github.sammaven.core.problem.InvalidTemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentTest {

    @TempDir
    private Path temp;

    private Path folder;
    private FolderContent content;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectories(temp.resolve("project"));
        content = new FolderContent(folder.resolve("target"));
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void namesFilesByTheirPathAndSortsThem() throws IOException {
        Path b = file("b/c.txt");
        Path a = file("a.txt");

        assertThat(content.of(folder)).containsExactly(Map.entry("a.txt", a), Map.entry("b/c.txt", b));
    }

    @Test
    void leavesOutToolFoldersAtAnyDepthAndTheBuildFolder() throws IOException {
        file("kept/.gitignore");
        file("kept/.git/config");
        file(".aws-sam/cache");
        file("target/classes/A.class");

        assertThat(content.of(folder)).containsOnlyKeys("kept/.gitignore");
    }

    @Test
    void takesTheBuildFolderWhenItIsAskedForItself() throws IOException {
        file("target/classes/A.class");

        assertThat(content.of(folder.resolve("target"))).containsOnlyKeys("classes/A.class");
    }

    @Test
    void isEmptyWhenThereIsNoFolder() throws IOException {
        assertThat(content.of(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void followsALinkToAFileAndAFolder() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("x.txt"), "x");
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("y.txt"), outside.resolve("x.txt"));

        assertThat(content.of(folder)).containsOnlyKeys("linked/x.txt", "y.txt");
    }

    @Test
    void namesALinkThatLeadsBack() throws IOException {
        file("a/b.txt");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);

        assertThatThrownBy(() -> content.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the link " + folder.resolve("a/up") + " leads back to a folder above it");
    }

    @Test
    void namesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone"), temp.resolve("absent"));

        assertThatThrownBy(() -> content.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the link " + folder.resolve("gone") + " leads to nothing");
    }

    @Test
    void leavesOutWhatSamignoreNames() throws IOException {
        Files.writeString(folder.resolve(".samignore"), "*.log\n/docs/\n!.git\n");
        file("a.py");
        file("b.log");
        file("docs/readme.md");
        file("sub/docs/readme.md");
        file(".git/config");

        assertThat(content.of(folder)).containsOnlyKeys("a.py", "sub/docs/readme.md", ".git/config");
    }

    @Test
    void brokenLinkThatIsLeftOutIsNoFault() throws IOException {
        Files.writeString(folder.resolve(".samignore"), "gone\n");
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
        file("a.py");

        assertThat(content.of(folder)).containsOnlyKeys("a.py");
    }

    @Test
    void refusesAllSecretsAtOnceWhereItIsToldTo() throws IOException {
        file("src/.env");
        file("src/key.p12");
        file("src/allowed.p12");
        FolderContent checking = new FolderContent(folder.resolve("target"), new SecretFiles(List.of("allowed.p12")));

        assertThatThrownBy(() -> checking.of(folder.resolve("src")))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("src/.env: this looks like")
                .hasMessageContaining("src/key.p12: this looks like")
                .hasMessageNotContaining("src/allowed.p12");
        assertThat(content.of(folder.resolve("src"))).hasSize(3);
    }
}
