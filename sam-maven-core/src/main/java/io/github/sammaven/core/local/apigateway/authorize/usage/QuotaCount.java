package io.github.sammaven.core.local.apigateway.authorize.usage;

import io.github.sammaven.core.local.apigateway.model.UsagePlan.Quota;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Requests of the present day, week (from Sunday) or month, UTC. */
final class QuotaCount {

    private final Quota quota;
    private final InstantSource clock;
    private LocalDate period;
    private int used;

    QuotaCount(Quota quota, InstantSource clock) {
        this.quota = quota;
        this.clock = clock;
        this.period = present();
    }

    synchronized boolean take() {
        LocalDate present = present();
        if (!present.equals(period)) {
            period = present;
            used = 0;
        }
        if (used >= quota.limit()) {
            return false;
        }
        used++;
        return true;
    }

    private LocalDate present() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (quota.period()) {
            case "WEEK" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "MONTH" -> today.withDayOfMonth(1);
            default -> today;
        };
    }
}
