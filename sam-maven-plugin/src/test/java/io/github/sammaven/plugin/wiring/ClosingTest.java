package io.github.sammaven.plugin.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();

    private AutoCloseable part(String name, boolean fails) {
        return () -> {
            closed.add(name);
            if (fails) {
                throw new IOException(name);
            }
        };
    }

    @Test
    void allAreClosedInTheirOrder() {
        Closing.all(List.of(part("a", false), part("b", false)));
        assertThat(closed).containsExactly("a", "b");
    }

    @Test
    void failureKeepsNoneOfTheOthersOpen() {
        List<AutoCloseable> parts = List.of(part("a", true), part("b", false), part("c", true));
        assertThatThrownBy(() -> Closing.all(parts)).hasRootCauseMessage("a").satisfies(failure -> assertThat(
                        failure.getSuppressed())
                .singleElement()
                .asString()
                .contains("c"));
        assertThat(closed).containsExactly("a", "b", "c");
    }
}
