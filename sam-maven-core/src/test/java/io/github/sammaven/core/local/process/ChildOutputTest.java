package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.runtime.LogLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same table for the named pipe and for the one that is polled. */
@Timeout(30)
@ParameterizedClass
@EnumSource(ChildOutputTest.Kind.class)
class ChildOutputTest {

    enum Kind {
        NAMED(workspace -> lines -> {
            try {
                return NamedPipeOutput.open(workspace.namedPipe().orElseThrow(), lines, "test-output");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }),
        POLLED(workspace -> lines -> new PolledOutput(lines, "test-output"));

        private final Function<Workspace, Function<LogLines, ChildOutput>> open;

        Kind(Function<Workspace, Function<LogLines, ChildOutput>> open) {
            this.open = open;
        }
    }

    @Parameter
    private Kind kind = Kind.NAMED;

    @TempDir
    private Path code = Path.of("");

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final LogLines lines = new LogLines(printed::add);
    private final List<Process> started = new ArrayList<>();
    private final Workspace workspace = Workspace.open("Hello", Path.of(""));

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
        Assumptions.assumeTrue(workspace.namedPipe().isPresent(), "needs mkfifo");
    }

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        workspace.close();
    }

    private ChildOutput output() {
        return kind.open.apply(workspace).apply(lines);
    }

    private Process run(ChildOutput output, String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.target())
                .start();
        started.add(process);
        output.attach(process);
        return process;
    }

    private String next() throws InterruptedException {
        String line = printed.poll(20, TimeUnit.SECONDS);
        return line == null ? "nothing" : line;
    }

    @Test
    void lineIsThereWhileTheProcessGoesOn() throws Exception {
        ChildOutput output = output();
        Process process = run(output, "echo first; echo second >&2; read word; echo $word");
        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("second");
        process.outputWriter().append("third\n").flush();
        assertThat(next()).isEqualTo("third");
        process.waitFor();
        output.close();
        assertThat(printed).isEmpty();
    }

    @Test
    void drainPassesOnTheUnfinishedLine() throws Exception {
        Path done = code.resolve("done");
        ChildOutput output = output();
        run(output, "printf 'no end'; mkfifo " + done + "; echo > " + done + "; sleep 60");
        while (!Files.exists(done)) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(done)).isEqualTo("\n");
        output.drain();
        assertThat(printed).containsExactly("no end");
        output.close();
    }

    @Test
    void everyLineOfAnEndedProcessIsThereAfterClose() throws Exception {
        for (int round = 0; round < 20; round++) {
            printed.clear();
            ChildOutput output = output();
            run(output, "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done; printf last")
                    .waitFor();
            output.close();
            List<String> expected = new ArrayList<>(
                    IntStream.range(0, 2000).mapToObj(i -> "line " + i).toList());
            expected.add("last");
            assertThat(printed).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void zeroBytesAreNotTakenForAMark() throws Exception {
        ChildOutput output = output();
        run(output, "printf 'a\\0\\0b\\0\\nc\\0'").waitFor();
        output.close();
        assertThat(printed).containsExactly("a\0\0b\0", "c\0");
    }

    @Test
    void closeAndDrainAgainDoNothing() throws Exception {
        ChildOutput output = output();
        run(output, "printf 'once\\r\\n\\n'").waitFor();
        output.close();
        output.close();
        output.drain();
        assertThat(printed).containsExactly("once", "");
    }

    @Test
    void lineOfThePlatformEndsAnUnfinishedOne() {
        byte[] bytes = "half".getBytes(StandardCharsets.UTF_8);
        lines.add(bytes, 0, bytes.length);
        lines.platform("START");
        assertThat(printed).containsExactly("half", "START");
    }

    @Test
    void lineOverTheLimitIsBroken() {
        byte[] bytes = new byte[65_536];
        Arrays.fill(bytes, (byte) 'x');
        IntStream.range(0, 5).forEach(part -> lines.add(bytes, 0, bytes.length));
        lines.end();
        assertThat(printed).extracting(String::length).containsExactly(262_144, 65_536);
    }
}
