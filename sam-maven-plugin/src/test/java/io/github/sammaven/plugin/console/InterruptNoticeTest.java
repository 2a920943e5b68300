package io.github.sammaven.plugin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptNoticeTest {

    @Test
    void nothingIsPrintedWhenTheWorkEnds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InterruptNotice notice = new InterruptNotice("it goes on", new PrintStream(out, true, UTF_8), () -> {});

        assertThat(notice.<String>during(() -> "done")).isEqualTo("done");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void failureOfTheWorkComesThrough() {
        InterruptNotice notice = new InterruptNotice("it goes on", System.err, () -> {});

        assertThatThrownBy(() -> notice.during(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
    }

    /** Stops its JVM in the middle of the work. */
    static final class Stopped {

        public static void main(String[] args) {
            new InterruptNotice("it goes on", System.out, () -> System.out.println("silence")).during(() -> {
                System.exit(3);
                return "never";
            });
        }
    }

    @Test
    void noticeIsPrintedWhenTheJvmIsStoppedMeanwhile() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stopped.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isEqualToIgnoringNewLines("silenceit goes on");
        assertThat(process.waitFor()).isEqualTo(3);
    }
}
