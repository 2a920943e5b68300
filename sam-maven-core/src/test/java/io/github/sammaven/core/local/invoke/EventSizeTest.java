package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSizeTest {

    private static byte[] text(int bytes) {
        return ("\"" + "x".repeat(bytes - 2) + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] request(int body, boolean encoded) {
        return ("{\"isBase64Encoded\": " + encoded + ", \"body\": \"" + "A".repeat(body) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void eventOfExactlyTheLimitIsTaken() {
        assertThatCode(() -> EventInput.checked(text(6_291_456), "event")).doesNotThrowAnyException();
        assertThatThrownBy(() -> EventInput.checked(text(6_291_457), "event"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("The event is 6,291,457 bytes; Lambda takes at most 6,291,456")
                .hasMessageContaining("presigned URL");
    }

    @Test
    void largeBodyIsToldRawAndInBase64() {
        int envelope = request(0, true).length;
        assertThatThrownBy(() -> EventInput.checked(request(6_412_800, true), "event"))
                .hasMessageContaining(
                        "The body had 4,809,600 raw bytes; base64 made 6,412,800 of them. The largest body"
                                + " that fits is " + String.format("%,d", (6_291_456 - envelope) / 4 * 3) + " bytes");
        assertThatThrownBy(() -> EventInput.checked(request(6_412_800, false), "event"))
                .message()
                .contains("6,412,8")
                .doesNotContain("base64");
    }

    @Test
    void fourFifthsOfALimitAreAWarning() {
        assertThat(EventSize.nearLimit(text(5_033_164))).isEmpty();
        assertThat(EventSize.nearLimit(text(5_033_165)))
                .map(Problem::message)
                .contains("The event is 5,033,165 of 6,291,456 bytes that Lambda takes in a synchronous call");
        assertThat(EventSize.nearLimit(
                        ScriptedRunner.result(Invocation.of(new byte[0]), text(6_291_556), Optional.empty())))
                .map(Problem::message)
                .contains("The answer is 6,291,556 of 6,291,556 bytes that Lambda takes in a synchronous call");
    }
}
