package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.debug.DebugOptions;
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

    private static DebugChoice debug(String arguments, String... ports) {
        return new DebugChoice(List.of(ports), arguments, false, Optional.of("Hello"), Optional.of(Path.of("tools")));
    }

    @Test
    void withoutAPortNothingIsDebugged() {
        assertThat(debug("-Xmx1g").options()).isEmpty();
    }

    @Test
    void portsAndArgumentsAreReadFromText() {
        assertThat(debug(" -Xmx1g  -ea ", "5005", " 5006").options())
                .contains(new DebugOptions(
                        Optional.of("Hello"),
                        List.of(5005, 5006),
                        List.of("-Xmx1g", "-ea"),
                        false,
                        Optional.of(Path.of("tools"))));
    }

    @Test
    void portThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> debug("", "java").options())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("debugPort needs a whole number, this is 'java'");
    }
}
