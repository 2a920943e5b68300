package io.github.sammaven.core.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwningProcessTest {

    private static final OwningProcess OWN = OwningProcess.current();

    @Test
    void textIsReadBack() {
        assertThat(OwningProcess.parse(OWN.text())).contains(OWN);
        assertThat(OWN.isGone()).isFalse();
    }

    @Test
    void otherProcessOfTheSameNumberIsGone() {
        assertThat(new OwningProcess(OWN.host(), OWN.pid(), "t1").isGone()).isTrue();
    }

    @Test
    void processThatHasEndedIsGone() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        child.waitFor();
        assertThat(new OwningProcess(OWN.host(), child.pid(), "t1").isGone()).isTrue();
    }

    @Test
    void nothingIsKnownOfOtherMachines() {
        assertThat(new OwningProcess("00000000", 1, "t1").isGone()).isFalse();
        assertThat(OwningProcess.parse("anything")).isEqualTo(Optional.empty());
    }

    @Test
    void foldersOfProcessesThatAreGoneAreRemoved() throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"));
        String gone = new OwningProcess(OWN.host(), OWN.pid(), "t1").text();
        String elsewhere = new OwningProcess("00000000", 1, "t1").text();
        Path left = Files.createDirectories(home.resolve("sam-local-" + gone + "-1/deep"));
        Path other = Files.createDirectories(home.resolve("sam-local-" + elsewhere + "-1"));
        Path foreign = Files.createDirectories(home.resolve("sam-local-" + OWN.pid()));
        try (ScratchFolder own = ScratchFolder.open()) {
            ScratchFolder.removeAbandoned();
            assertThat(left.getParent()).doesNotExist();
            assertThat(other).exists();
            assertThat(foreign).exists();
            assertThat(own.path()).exists();
        } finally {
            Files.delete(other);
            Files.delete(foreign);
        }
    }
}
