package io.github.sammaven.core.build.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools of this test are shell scripts")
class ToolboxTest {

    private static final ToolUse USE =
            new ToolUse("OrdersFunction", "Runtime lisp1.5", new SourceMark("template.yaml", 4, 7));
    private static final Tool LISP = new Tool("Lisp", "lisp", "apt install lisp, or see https://lisp.example");

    @TempDir
    private Path folder;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void linesArriveOneByOneWithTheirTarget() throws IOException {
        Path tool = tool("talk", "echo one; echo two >&2; echo three");

        toolbox(Map.of()).run(command(tool), USE);

        assertThat(lines).containsExactly("OrdersFunction: one", "OrdersFunction: two", "OrdersFunction: three");
    }

    @Test
    void toolSeesItsArgumentsFolderAndVariablesOnly() throws IOException {
        Path tool = tool("show", "printf '%s|' \"$@\"; echo; pwd -P; echo \"$GREETING\"; env | grep -c HOME; true");
        ToolCommand command =
                new ToolCommand(tool, List.of("a b", "$HOME;ls", ""), folder, Map.of("GREETING", "hello"));

        toolbox(Map.of()).run(command, USE);

        assertThat(lines)
                .containsExactly(
                        "OrdersFunction: a b|$HOME;ls||",
                        "OrdersFunction: " + folder.toRealPath(),
                        "OrdersFunction: hello",
                        "OrdersFunction: 0");
    }

    @Test
    void failureHoldsExitCodeReasonAndLastLinesOnly() throws IOException {
        Path tool = tool("fail", "i=0; while [ $i -lt 500 ]; do i=$((i+1)); echo line $i; done; exit 3");

        SamException failure = failure(() -> toolbox(Map.of()).run(command(tool), USE));

        assertThat(failure)
                .hasMessageStartingWith(
                        "template.yaml:4:7: OrdersFunction: fail ended with exit code 3 (Runtime lisp1.5)")
                .hasMessageEndingWith("line 500")
                .hasMessageContaining("line 471\n")
                .hasMessageNotContaining("line 470\n");
    }

    @Test
    void failureNamesTheModuleThatAnInterpreterRan() throws IOException {
        Path interpreter = tool("lisp", "exit 1");
        ToolCommand command = new ToolCommand(interpreter, List.of("-m", "quicklisp", "install"), folder, Map.of());

        SamException failure = failure(() -> toolbox(Map.of()).run(command, USE));

        assertThat(failure).hasMessageContaining("OrdersFunction: lisp -m quicklisp ended with exit code 1");
    }

    @Test
    void secretsOfTheEnvironmentAreMaskedEverywhere() throws IOException {
        Path tool = tool("leak", "echo token is $NPM_TOKEN; echo at https://me:open-sesame@host/x; exit 1");
        Map<String, String> variables = Map.of("NPM_TOKEN", "s3cr3t-value");

        SamException failure =
                failure(() -> toolbox(variables).run(new ToolCommand(tool, List.of(), folder, variables), USE));

        assertThat(failure)
                .hasMessageContaining("token is ***\n")
                .hasMessageContaining("at https://***@host/x")
                .hasMessageNotContaining("s3cr3t");
        assertThat(lines).noneMatch(line -> line.contains("s3cr3t") || line.contains("sesame"));
    }

    @Test
    void missingToolIsNamedWithItsUserAndHowToGetIt() {
        SamException failure = failure(() -> toolbox(Map.of()).require(LISP, USE));

        assertThat(failure)
                .hasMessage("template.yaml:4:7: OrdersFunction: Runtime lisp1.5 needs Lisp, and there is no lisp on the"
                        + " PATH\n    apt install lisp, or see https://lisp.example");
    }

    @Test
    void toolIsFoundOnThePath() throws IOException {
        Path tool = tool("lisp", "true");

        assertThat(toolbox(Map.of()).require(LISP, USE)).isEqualTo(tool);
    }

    @Test
    void fileThatCannotBeRunIsNoTool() throws IOException {
        Files.writeString(folder.resolve("lisp"), "not executable");

        assertThat(toolbox(Map.of()).find("lisp")).isEmpty();
    }

    @Test
    void scriptForAnAbsentInterpreterCannotBeStarted() throws IOException {
        Path tool = executable("broken", "#!/no/such/interpreter\n");

        assertThat(failure(() -> toolbox(Map.of()).run(command(tool), USE)))
                .hasMessageContaining("OrdersFunction: broken cannot be started");
    }

    @Test
    void versionIsAskedOnce() throws IOException {
        Path tool = tool("lisp", "echo x >> " + folder + "/asked; echo 1.5");
        Toolbox toolbox = toolbox(Map.of());

        assertThat(toolbox.answer(tool, "--version")).contains("1.5");
        assertThat(toolbox.answer(tool, "--version")).contains("1.5");
        assertThat(folder.resolve("asked")).content().hasLineCount(1);
    }

    @Test
    void toolThatFailsHasNoAnswer() throws IOException {
        Path tool = tool("lisp", "echo nonsense; exit 1");

        assertThat(toolbox(Map.of()).answer(tool, "--version")).isEmpty();
    }

    @Test
    void interruptionEndsTheToolAndWhatItStarted() throws Exception {
        Path tool = tool("slow", "sleep 600 & echo child $!; echo self $$; wait");
        Toolbox toolbox = toolbox(Map.of());
        AtomicReference<SamException> thrown = new AtomicReference<>();
        Thread build = new Thread(() -> thrown.set(failure(() -> toolbox.run(command(tool), USE))));
        build.start();
        String child = lines.poll(30, TimeUnit.SECONDS);
        String self = lines.poll(30, TimeUnit.SECONDS);

        build.interrupt();
        build.join();

        assertThat(thrown.get())
                .hasMessageContaining("slow was interrupted")
                .hasCauseInstanceOf(InterruptedException.class);
        assertEnds(child);
        assertEnds(self);
    }

    @Test
    void timeoutEndsTheTool() throws Exception {
        Path tool = tool("slow", "echo self $$; sleep 600");
        Toolbox toolbox = new Toolbox(path(), Duration.ofMillis(700), (target, line) -> lines.add(line));

        SamException failure = failure(() -> toolbox.run(command(tool), USE));

        assertThat(failure).hasMessageContaining("slow was ended as it ran longer than");
        assertEnds(lines.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void processLeftInTheBackgroundDoesNotHoldUpTheBuild() throws Exception {
        Path tool = tool("daemon", "sleep 600 & echo child $!");

        toolbox(Map.of()).run(command(tool), USE);

        assertThat(process(lines.poll()))
                .hasValueSatisfying(left -> assertThat(left.destroyForcibly()).isTrue());
    }

    private static void assertEnds(String line) throws Exception {
        Optional<ProcessHandle> process = process(line);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static Optional<ProcessHandle> process(String line) {
        return ProcessHandle.of(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private Toolbox toolbox(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(path());
        environment.putAll(more);
        return new Toolbox(environment, Duration.ofMinutes(1), (target, line) -> lines.add(target + ": " + line));
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.toString());
    }

    private ToolCommand command(Path tool) {
        return new ToolCommand(tool, List.of(), folder, Map.of("PATH", System.getenv("PATH")));
    }

    private Path tool(String name, String script) throws IOException {
        return executable(name, "#!/bin/sh\n" + script + "\n");
    }

    private Path executable(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static SamException failure(ThrowingCallable call) {
        SamException failure = catchThrowableOfType(SamException.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
