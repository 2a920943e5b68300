package io.github.sammaven.core.operate.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.LogEvent;
import org.junit.jupiter.api.Test;

class LogJsonTest {

    @Test
    void eventIsOneLineWithTheMembersOfTheService() {
        assertThat(LogJson.event(new LogEvent("2026/s[$LATEST]1", 5, "say \"hi\"\n", 6, "7")))
                .isEqualTo("{\"logStreamName\":\"2026/s[$LATEST]1\",\"timestamp\":5,\"message\":\"say \\\"hi\\\"\\n\","
                        + "\"ingestionTime\":6,\"eventId\":\"7\"}");
    }

    @Test
    void objectIsIndentedInItsOrderWithItsNumbers() {
        assertThat(LogJson.readable("{\"z\":1.10,\"a\":{\"n\":12345678901234567890},\"l\":[1,2]}\n"))
                .isEqualTo(
                        "{\n  \"z\": 1.10,\n  \"a\": {\n    \"n\": 12345678901234567890\n  },\n  \"l\": [ 1, 2 ]\n}");
    }

    @Test
    void everythingElseStaysAsItIs() {
        assertThat(LogJson.readable("plain text\n")).isEqualTo("plain text");
        assertThat(LogJson.readable("{not json}")).isEqualTo("{not json}");
        assertThat(LogJson.readable("{\"a\":1} {\"b\":2}")).isEqualTo("{\"a\":1} {\"b\":2}");
    }
}
