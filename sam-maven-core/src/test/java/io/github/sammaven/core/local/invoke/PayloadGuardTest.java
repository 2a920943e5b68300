package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import org.junit.jupiter.api.Test;

class PayloadGuardTest {

    @Test
    void eventUpToTheLimitIsAccepted() {
        assertThatCode(() -> PayloadGuard.checkRequest(6_291_456)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PayloadGuard.checkRequest(6_291_457)).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void streamedAnswerOverTheSoftLimitIsToldWithItsQuota() {
        assertThat(PayloadGuard.streamedTooMuch(209_715_200)).isEmpty();
        assertThat(PayloadGuard.streamedTooMuch(209_715_201))
                .contains("Streamed response 209,715,201 bytes is over the limit of 209,715,200 bytes"
                        + " (Source: Lambda quotas, response streaming payload)");
    }
}
