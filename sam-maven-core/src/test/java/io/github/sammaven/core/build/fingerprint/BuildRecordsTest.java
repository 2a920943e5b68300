package io.github.sammaven.core.build.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRecordsTest {

    @TempDir
    private Path folder;

    private Path artifact;
    private BuildRecords records;

    @BeforeEach
    void writeArtifact() throws IOException {
        artifact = Files.createDirectories(folder.resolve("Fn"));
        Files.writeString(artifact.resolve("app.py"), "app");
        Files.createSymbolicLink(artifact.resolve("dangling"), Path.of("nowhere"));
        records = new BuildRecords(folder.resolve("records"));
    }

    private boolean isCurrent(String fingerprint) throws IOException {
        return records.isCurrent("Shop/Fn", fingerprint, FolderState.of(artifact));
    }

    @Test
    void artifactIsCurrentOnceItIsRemembered() throws IOException {
        assertThat(isCurrent("f")).isFalse();
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        assertThat(isCurrent("f")).isTrue();
        assertThat(isCurrent("other")).isFalse();
    }

    @Test
    void touchedArtifactIsNotCurrent() throws IOException {
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        Files.writeString(artifact.resolve("app.py"), "appended", StandardOpenOption.APPEND);
        assertThat(isCurrent("f")).isFalse();
    }

    @Test
    void artifactWithAnotherFileIsNotCurrent() throws IOException {
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        Files.createFile(artifact.resolve("new"));
        assertThat(isCurrent("f")).isFalse();
    }

    @Test
    void artifactWithAnotherLinkIsNotCurrent() throws IOException {
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        Files.delete(artifact.resolve("dangling"));
        Files.createSymbolicLink(artifact.resolve("dangling"), Path.of("elsewhere"));
        assertThat(isCurrent("f")).isFalse();
    }

    @Test
    void forgottenArtifactIsNotCurrent() throws IOException {
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        records.forget("Shop/Fn");
        assertThat(isCurrent("f")).isFalse();
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        records.forgetAll();
        assertThat(isCurrent("f")).isFalse();
    }

    @Test
    void damagedRecordIsNotCurrent() throws IOException {
        records.remember("Shop/Fn", "f", FolderState.of(artifact));
        Files.writeString(folder.resolve("records/Shop/Fn/record"), "f\n");
        assertThat(isCurrent("f")).isFalse();
    }

    @Test
    void absentFolderIsEmpty() throws IOException {
        assertThat(FolderState.of(folder.resolve("none")).bytes()).isZero();
        assertThat(FolderState.of(artifact).bytes()).isEqualTo(3);
    }
}
