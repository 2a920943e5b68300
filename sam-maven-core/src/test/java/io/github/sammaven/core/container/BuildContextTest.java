package io.github.sammaven.core.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {

    @TempDir
    private Path folder = Path.of("");

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static byte[] bytes(BuildContext context) throws IOException {
        try (InputStream stream = context.stream()) {
            return stream.readAllBytes();
        }
    }

    private static Map<String, TarArchiveEntry> headers(BuildContext context) throws IOException {
        Map<String, TarArchiveEntry> found = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(context.stream())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                found.put(entry.getName(), entry);
            }
        }
        return found;
    }

    private static String content(BuildContext context, String name) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes(context)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void timesAndModesOfACheckoutDoNotCount() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        Path program = write("bin/run", "#!/bin/sh\n");
        Path text = write("bin/data", "x");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-------"));
        byte[] first = bytes(BuildContext.of(folder, "Dockerfile"));
        String fingerprint = BuildContext.of(folder, "Dockerfile").fingerprint();

        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxr-x"));
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(folder.resolve("bin"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setLastModifiedTime(text, FileTime.fromMillis(1_000_000_000_000L));
        BuildContext again = BuildContext.of(folder, "Dockerfile");
        assertThat(bytes(again)).isEqualTo(first);
        assertThat(again.fingerprint()).isEqualTo(fingerprint);

        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(BuildContext.of(folder, "Dockerfile").fingerprint()).isNotEqualTo(fingerprint);
        Map<String, TarArchiveEntry> headers = headers(BuildContext.of(folder, "Dockerfile"));
        assertThat(headers.keySet()).containsExactly("Dockerfile", "bin/", "bin/data", "bin/run");
        assertThat(headers.values()).allSatisfy(entry -> {
            assertThat(entry.getUserName()).isEmpty();
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLastModifiedTime().toString()).isEqualTo("1980-01-01T00:00:00Z");
        });
        assertThat(headers.get("Dockerfile").getMode() & 0777).isEqualTo(0644);
        assertThat(headers.get("bin/data").getMode() & 0777).isEqualTo(0755);
    }

    @Test
    void ignoreFileDecidesAndTheEngineGetsWhatItNeeds() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        write(".dockerignore", "*\n!src\nsrc/secret\n!**/keep.txt\n");
        write("src/a", "a");
        write("src/secret", "s");
        write("other/b", "b");
        write("other/deep/keep.txt", "k");

        assertThat(BuildContext.of(folder, "Dockerfile").names())
                .containsExactly(
                        ".dockerignore", "Dockerfile", "other", "other/deep", "other/deep/keep.txt", "src", "src/a");
    }

    @Test
    void ignoreFileOfTheDockerfileWins() throws IOException {
        write("docker/App", "FROM scratch\n");
        write("docker/App.dockerignore", "b\n");
        write(".dockerignore", "a\n");
        write("a", "a");
        write("b", "b");

        BuildContext context = BuildContext.of(folder, "docker/App");
        assertThat(context.names()).contains("a").doesNotContain("b");
        assertThat(context.dockerfile()).isEqualTo("docker/App");
    }

    @Test
    void dockerfileFromElsewhereIsBroughtInAndTakenAwayAgain() throws IOException {
        write("App", "FROM scratch\n");
        write("context/a", "a");
        BuildContext context = BuildContext.of(folder.resolve("context"), "../App");

        assertThat(context.dockerfile()).matches("\\.dockerfile\\.[0-9a-f]{12}");
        assertThat(content(context, context.dockerfile())).isEqualTo("FROM scratch\n");
        assertThat(content(context, ".dockerignore")).isEqualTo(context.dockerfile() + "\n.dockerignore\n");

        write("context/.dockerignore", "b\n");
        BuildContext second = BuildContext.of(folder.resolve("context"), "../App");
        assertThat(content(second, ".dockerignore")).isEqualTo("b\n" + context.dockerfile() + "\n");
        assertThat(second.names()).containsExactly(context.dockerfile(), ".dockerignore", "a");
    }

    @Test
    void linksStayLinks() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        write("lib/real", "r");
        Files.createSymbolicLink(folder.resolve("lib/near"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("up"), Path.of("lib/../lib/real"));
        Files.createSymbolicLink(folder.resolve("image"), Path.of("/opt/app"));

        Map<String, TarArchiveEntry> headers = headers(BuildContext.of(folder, "Dockerfile"));
        assertThat(headers.get("lib/near").getLinkName()).isEqualTo("real");
        assertThat(headers.get("up").getLinkName()).isEqualTo("lib/../lib/real");
        assertThat(headers.get("image").getLinkName()).isEqualTo("/opt/app");
        assertThat(headers.get("image").isSymbolicLink()).isTrue();
    }

    @Test
    void linksThatLeadOutAreNamedTogetherUnlessLeftOut() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        Files.createDirectory(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/out"), Path.of("../../secret"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("../else"));

        assertThatThrownBy(() -> BuildContext.of(folder, "Dockerfile"))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("a/out: the link leads to ../../secret, out of the build context")
                .hasMessageContaining("b: the link leads to ../else");

        write(".dockerignore", "a/out\nb\n");
        assertThat(BuildContext.of(folder, "Dockerfile").names()).containsExactly(".dockerignore", "Dockerfile", "a");
    }

    @Test
    void longNamesAndLargeFilesComeThrough() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        String name = "d".repeat(120) + "/" + "n\u00e4me-".repeat(20) + "/f";
        write(name, "y".repeat(1_000_003));
        BuildContext context = BuildContext.of(folder, "Dockerfile");

        assertThat(content(context, name)).hasSize(1_000_003);
        ByteArrayOutputStream oneByOne = new ByteArrayOutputStream();
        try (InputStream stream = context.stream()) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                oneByOne.write(next);
            }
        }
        assertThat(oneByOne.toByteArray()).isEqualTo(bytes(context));
    }

    @Test
    void fileThatIsGoneMeanwhileFailsTheStream() throws IOException {
        write("Dockerfile", "FROM scratch\n");
        Path gone = write("gone", "x");
        BuildContext context = BuildContext.of(folder, "Dockerfile");
        Files.delete(gone);

        assertThatThrownBy(() -> bytes(context)).isInstanceOf(IOException.class).hasMessageContaining("gone");
        assertThat(List.of(context.dockerfile())).containsExactly("Dockerfile");
    }
}
