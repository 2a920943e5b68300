package io.github.sammaven.core.local.apigateway.model;

import java.util.List;
import java.util.Optional;

/**
 * Who may call an API with an API key, and how often.
 *
 * @param name logical id
 * @param keys of the plan
 * @param throttle empty for as often as one likes
 * @param quota empty for as often as one likes
 */
public record UsagePlan(String name, List<ApiKey> keys, Optional<Throttle> throttle, Optional<Quota> quota) {

    public UsagePlan {
        keys = List.copyOf(keys);
    }

    /**
     * One API key.
     *
     * @param id logical id
     * @param value what callers send; AWS makes one if the template gives none
     */
    public record ApiKey(String id, Optional<String> value, boolean enabled) {}

    /**
     * A token bucket.
     *
     * @param rate requests per second in the long run
     * @param burst requests at once
     */
    public record Throttle(double rate, int burst) {}

    /**
     * A number of requests in a period.
     *
     * @param period {@code DAY}, {@code WEEK} or {@code MONTH}
     */
    public record Quota(int limit, String period) {}
}
