package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.container.DebugOptions;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options of the runners, from text. */
class RunnerChoicesTest {

    @Test
    void imageIsForOneFunctionOrForAllOthers() {
        assertThat(InvokeImages.byFunction(List.of("Hello=repo/hello:1", "localhost:5000/any@sha256:0a")))
                .isEqualTo(Map.of("Hello", "repo/hello:1", "", "localhost:5000/any@sha256:0a"));
        assertThat(InvokeImages.byFunction(List.of())).isEmpty();
    }

    @Test
    void withoutAPortNothingIsDebugged() {
        DebugChoice choice = new DebugChoice(List.of(), "-Xmx1g", true);
        assertThat(choice.ofContainers(Optional.empty()).isOn()).isFalse();
        assertThat(choice.ofProcesses(Optional.empty())).isEmpty();
    }

    @Test
    void portsAndArgumentsReachBothWaysOfRunning() {
        DebugChoice choice = new DebugChoice(List.of("5005", " 5006"), " -Xmx1g  -ea ", false);
        assertThat(choice.ofContainers(Optional.of(Path.of("tools"))))
                .isEqualTo(new DebugOptions(
                        List.of(5005, 5006), List.of("-Xmx1g", "-ea"), Optional.of(Path.of("tools")), false));
        assertThat(choice.ofProcesses(Optional.of("Hello")).orElseThrow()).satisfies(debugging -> {
            assertThat(debugging.function()).contains("Hello");
            assertThat(debugging.ports()).containsExactly(5005, 5006);
            assertThat(debugging.arguments()).containsExactly("-Xmx1g", "-ea");
            assertThat(debugging.suspend()).isFalse();
        });
    }

    @Test
    void portThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new DebugChoice(List.of("java"), "", true).ofContainers(Optional.empty()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("debugPort needs a whole number, this is 'java'");
    }
}
