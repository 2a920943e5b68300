package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * What a CloudWatch alarm says now.
 *
 * @param name its name
 * @param state {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param reason the service's words; empty if there are none
 * @param since since when it says so, by the service's clock
 */
public record AlarmState(String name, String state, String reason, Optional<Instant> since) {

    public boolean isAlarm() {
        return state.equals("ALARM");
    }
}
