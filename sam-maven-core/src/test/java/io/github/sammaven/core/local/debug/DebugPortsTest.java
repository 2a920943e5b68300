package io.github.sammaven.core.local.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has which debug port. */
class DebugPortsTest {

    private static DebugPorts ports(Optional<String> function, Integer... ports) {
        return new DebugPorts(Optional.of(
                new DebugOptions(function, List.of(ports), List.of("-Dport={port}"), true, Optional.empty())));
    }

    @Test
    void nothingIsDebuggedUnlessAskedFor() {
        assertThat(new DebugPorts(Optional.empty()).takeOne("Hello")).isEmpty();
        assertThat(ports(Optional.of("Hello"), 5005).takeOne("Other")).isEmpty();
        assertThat(ports(Optional.of("Hello"), 5005).takeAll("Hello")).isPresent();
    }

    @Test
    void eachTakesOneInTheGivenOrder() {
        DebugPorts ports = ports(Optional.empty(), 5006, 5005);
        DebugSession first = ports.takeOne("Hello").orElseThrow();
        assertThat(first.ports()).containsExactly(5006);
        assertThat(first.arguments()).containsExactly("-Dport=5006");
        assertThat(ports.takeOne("Other").orElseThrow().port()).isEqualTo(5005);
        assertThatThrownBy(() -> ports.takeOne("Third"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Third: every debug port is in use");
    }

    @Test
    void closedSessionGivesItsPortsBackOnce() {
        DebugPorts ports = ports(Optional.empty(), 5005, 5006);
        DebugSession all = ports.takeAll("Hello").orElseThrow();
        assertThat(all.ports()).containsExactly(5005, 5006);
        assertThatThrownBy(() -> ports.takeAll("Other")).isInstanceOf(InvalidOptionException.class);
        all.close();
        assertThat(ports.takeOne("Other").orElseThrow().port()).isEqualTo(5005);
        all.close();
        assertThat(ports.takeAll("Third").orElseThrow().ports()).containsExactly(5006);
    }

    @Test
    void argumentsAreSplitAtBlanks() {
        assertThat(DebugOptions.of(List.of(5005), "  -Da=1   -Db=2 ").arguments())
                .containsExactly("-Da=1", "-Db=2");
        assertThat(DebugOptions.of(List.of(5005), " ").arguments()).isEmpty();
    }

    @Test
    void portsAreChecked() {
        assertThatThrownBy(() -> DebugOptions.of(List.of(), "")).hasMessageContaining("no port to debug on");
        assertThatThrownBy(() -> DebugOptions.of(List.of(65_536), "")).hasMessageContaining("no port 65536");
    }
}
