package io.github.sammaven.plugin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FunctionConsole console =
            new FunctionConsole(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @Test
    void logGoesToStandardErrorAndTheResultAloneToStandardOutput() {
        console.line("START RequestId: 1");
        console.result("{\"ok\":\"\u00e9\"}");
        console.line("END RequestId: 1");

        assertThat(out.toString(UTF_8)).isEqualTo("{\"ok\":\"\u00e9\"}" + System.lineSeparator());
        assertThat(err.toString(UTF_8).lines()).containsExactly("START RequestId: 1", "END RequestId: 1");
    }

    @Test
    void logIsDroppedFromTheMomentItIsQuietButResultsAreNot() {
        console.line("first");
        console.quiet();
        console.line("second");
        console.result("{}");

        assertThat(err.toString(UTF_8).lines()).containsExactly("first");
        assertThat(out.toString(UTF_8).lines()).containsExactly("{}");
    }

    @Test
    void fileGetsLogAndResultsAndLosesWhatItHeld(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("logs/calls.log");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "of yesterday, and longer than what comes now\n");
        try (FunctionConsole copied = console.withFile(file)) {
            copied.line("START");
            copied.result("{}");
        }
        assertThat(file).content().isEqualToNormalizingNewlines("START\n{}\n");
        assertThat(err.toString(UTF_8).lines()).containsExactly("START");
    }

    @Test
    void fileThatCannotBeWrittenIsAPlainError(@TempDir Path folder) {
        assertThatThrownBy(() -> console.withFile(folder))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("sam.logFile");
    }
}
