package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is uploaded. */
class PackagerChecksTest {

    @TempDir
    private Path folder;

    @Test
    void reportsEverythingThatCannotBePackagedAtOnce() throws IOException {
        PackagingProject project =
                new PackagingProject(folder).file("loop/a.txt", "x").file("broken.jar", "no zip");
        Files.createDirectory(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("loop/self"), folder.resolve("loop"));
        project.function("Absent", "no/such/folder")
                .function("Empty", "empty")
                .function("Loop", "loop")
                .function("Broken", "broken.jar")
                .function("Url", "https://example.com/code.zip")
                .function("Everything", ".")
                .resource("Nothing", "Type: AWS::Lambda::Function", "Properties: {Handler: a.B}");
        MemoryStore store = new MemoryStore();

        InvalidTemplateException refused =
                catchThrowableOfType(InvalidTemplateException.class, () -> new Packager(Optional.of(store), event -> {})
                        .pack(project.request()));

        assertThat(refused.problems())
                .extracting(problem -> problem.mark() + " " + problem.message())
                .containsExactly(
                        "template.yaml:5:16 Parameter CodeUri of resource Absent refers to a file or folder that does"
                                + " not exist: no/such/folder",
                        "template.yaml:11:16 Parameter CodeUri of resource Empty refers to a folder that holds no"
                                + " file: empty",
                        "template.yaml:17:16 Parameter CodeUri of resource Loop refers to loop, where self is a link"
                                + " to a folder above it",
                        "template.yaml:23:16 Parameter CodeUri of resource Broken refers to a broken archive:"
                                + " broken.jar (zip END header not found)",
                        "template.yaml:29:16 Parameter CodeUri of resource Url is a URL that is not in S3:"
                                + " https://example.com/code.zip",
                        "template.yaml:35:16 Parameter CodeUri of resource Everything refers to a folder that holds the"
                                + " output of the build: .",
                        "template.yaml:38:3 Nothing has no Code");
        assertThat(store.keys()).isEmpty();
    }
}
