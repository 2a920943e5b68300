package io.github.sammaven.core.deploy.poll;

import java.time.Duration;

/**
 * How often to ask while waiting. The first answer is often there soon, so the delay starts short and grows by half.
 *
 * @param firstDelay delay after the first question
 * @param maxDelay the delay grows up to this
 * @param patience how long to go on when every question fails for a reason that may pass
 */
public record Polling(Duration firstDelay, Duration maxDelay, Duration patience) {

    private static final int GROWTH_PERCENT = 150;

    /** 100 ms growing to 5 s; 5 minutes of patience. */
    public static Polling standard() {
        return new Polling(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    Duration after(Duration delay) {
        Duration longer = delay.multipliedBy(GROWTH_PERCENT).dividedBy(100);
        return longer.compareTo(maxDelay) > 0 ? maxDelay : longer;
    }
}
