package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.files.OwningProcess;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays behind, whatever way a run ends. */
@Timeout(120)
class LeftoversTest {

    @TempDir
    private Path code = Path.of("");

    @BeforeEach
    void writeCode() throws IOException {
        TestEngine.get();
        Files.writeString(code.resolve("app.py"), "def hello(event, context):\n    return 'here'\n");
    }

    private Process child(String... more) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                AbandonedProcess.class.getName(),
                                TestImages.python(),
                                code.toString()),
                        Stream.of(more))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitAnswer(Process child) throws IOException {
        BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("\"here\"");
    }

    private static List<String> containersOf(long pid) {
        return TestEngine.get().labelled(Ownership.common()).entrySet().stream()
                .filter(entry -> Ownership.ownerIn(entry.getValue())
                        .filter(owner -> owner.pid() == pid)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Path> foldersOf(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("sam-local-\\w{8}-" + pid + "-.*"))
                    .toList();
        }
    }

    @Test
    void containersAndFoldersOfAKilledProcessGoWithTheNextStart() throws Exception {
        Process child = child();
        awaitAnswer(child);
        assertThat(containersOf(child.pid())).hasSize(1);
        assertThat(foldersOf(child.pid())).isNotEmpty();
        child.destroyForcibly();
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        LiveContainers.open(TestEngine.get(), EndOfRun.AT_ONCE).close();
        assertThat(containersOf(child.pid())).isEmpty();
        assertThat(foldersOf(child.pid())).isEmpty();
    }

    @Test
    void processThatIsAskedToEndRemovesItsContainers() throws Exception {
        Process child = child();
        awaitAnswer(child);
        child.destroy();
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(containersOf(child.pid())).isEmpty();
        assertThat(foldersOf(child.pid())).isEmpty();
    }

    @Test
    void processThatExitsWithoutClosingRemovesItsContainers() throws Exception {
        Process child = child("exit");
        awaitAnswer(child);
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(containersOf(child.pid())).isEmpty();
    }

    @Test
    void containersOfALivingProcessAreLeftAlone() throws Exception {
        Process child = child();
        try {
            awaitAnswer(child);
            LiveContainers.open(TestEngine.get(), EndOfRun.AT_ONCE).close();
            assertThat(containersOf(child.pid())).hasSize(1);
        } finally {
            child.destroy();
            child.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void fiftyInvokesOfAnArchiveLeaveNothing() throws Exception {
        Path archive = code.resolve("code.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("app.py"));
            zip.write(Files.readAllBytes(code.resolve("app.py")));
        }
        long own = ProcessHandle.current().pid();
        int folders = foldersOf(own).size();
        try (ContainerFunctions functions = new ContainerFunctions(ContainerFunctions.options(TestImages.python()))) {
            LocalFunction function = ContainerFunctions.zip("python3.11", "app.hello", archive, List.of());
            for (int i = 0; i < 5; i++) {
                try (FunctionEnvironment environment = functions.start(function)) {
                    for (int call = 0; call < 10; call++) {
                        assertThat(ContainerFunctions.call(environment, "{}").payloadText())
                                .isEqualTo("\"here\"");
                    }
                }
            }
        }
        assertThat(containersOf(own)).isEmpty();
        assertThat(foldersOf(own)).hasSizeLessThanOrEqualTo(folders);
        assertThat(OwningProcess.current().isGone()).isFalse();
    }
}
