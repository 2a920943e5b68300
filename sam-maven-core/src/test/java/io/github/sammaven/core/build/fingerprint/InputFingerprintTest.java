package io.github.sammaven.core.build.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFingerprintTest {

    @TempDir
    private Path folder;

    private Path code;

    @BeforeEach
    void writeCode() throws IOException {
        code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(code.resolve("a.py"), "a");
        Files.createDirectories(code.resolve("pkg"));
        Files.writeString(code.resolve("pkg/b.py"), "b");
    }

    private String fingerprint() throws IOException {
        return fingerprint(List.of("plain", "python3.12"), Map.of());
    }

    private String fingerprint(List<String> target, Map<String, String> settings) throws IOException {
        FileHashes hashes = new FileHashes(folder.resolve("hashes"));
        return new InputFingerprint(hashes, new FolderContent(folder.resolve("target")))
                .of(target, new BuildInputs(List.of(code, folder.resolve("absent")), new TreeMap<>(settings)));
    }

    @Test
    void fingerprintStaysWhenOnlyTimesChange() throws IOException {
        String before = fingerprint();
        Files.setLastModifiedTime(code.resolve("a.py"), FileTime.fromMillis(1_000_000));
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void contentCounts() throws IOException {
        String before = fingerprint();
        Files.writeString(code.resolve("a.py"), "x");
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void namesCount() throws IOException {
        String before = fingerprint();
        Files.move(code.resolve("a.py"), code.resolve("c.py"));
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void modesCount() throws IOException {
        Files.setPosixFilePermissions(code.resolve("a.py"), PosixFilePermissions.fromString("rw-r--r--"));
        String before = fingerprint();
        Files.setPosixFilePermissions(code.resolve("a.py"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void fileThatAppearsCounts() throws IOException {
        String before = fingerprint();
        Files.writeString(folder.resolve("absent"), "");
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void settingsAndTargetCount() throws IOException {
        String before = fingerprint();
        assertThat(fingerprint(List.of("plain", "python3.12"), Map.of("pip", "24")))
                .isNotEqualTo(before);
        assertThat(fingerprint(List.of("plain", "python3.13"), Map.of())).isNotEqualTo(before);
        assertThat(fingerprint(List.of("plainpython3.12", ""), Map.of())).isNotEqualTo(before);
    }
}
