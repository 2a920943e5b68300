package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionFailureTest {

    private static String reason(String document) {
        return FunctionFailure.reason(
                ScriptedRunner.function("Hello"),
                ScriptedRunner.result(
                        Invocation.of(new byte[0]),
                        document.getBytes(StandardCharsets.UTF_8),
                        Optional.of("ValueError")));
    }

    @Test
    void reasonIsTypeAndFirstLineOfTheMessage() {
        assertThat(reason("{\"errorMessage\": \"no stock\\nof anything\"}"))
                .isEqualTo("Hello failed: ValueError: no stock");
    }

    @Test
    void longMessageIsCut() {
        assertThat(reason("{\"errorMessage\": \"" + "x".repeat(1000) + "\"}"))
                .isEqualTo("Hello failed: ValueError: " + "x".repeat(300) + "…");
    }

    @Test
    void documentWithoutAMessageLeavesTheType() {
        assertThat(reason("[]")).isEqualTo("Hello failed: ValueError");
        assertThat(reason("")).isEqualTo("Hello failed: ValueError");
        assertThat(reason("oops")).isEqualTo("Hello failed: ValueError");
    }
}
