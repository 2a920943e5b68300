package io.github.sammaven.core.local.apigateway.authorize.usage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.UsagePlan;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys of one API. A key without a value in the template is called by its logical id. */
public final class ApiKeys {

    private final Map<String, Holder> holders = new HashMap<>();
    private final List<String> nameless;

    /** Who has a key, with what is left of the plan. */
    private record Holder(
            UsagePlan.ApiKey key, String plan, Optional<TokenBucket> bucket, Optional<QuotaCount> quota) {}

    public ApiKeys(LocalApi api, InstantSource clock) {
        for (UsagePlan plan : api.usage()) {
            for (UsagePlan.ApiKey key : plan.keys()) {
                holders.putIfAbsent(
                        key.value().orElse(key.id()),
                        new Holder(
                                key,
                                plan.name(),
                                plan.throttle().map(throttle -> new TokenBucket(throttle, clock)),
                                plan.quota().map(quota -> new QuotaCount(quota, clock))));
            }
        }
        nameless = api.usage().stream()
                .flatMap(plan -> plan.keys().stream())
                .filter(key -> key.value().isEmpty())
                .map(UsagePlan.ApiKey::id)
                .distinct()
                .toList();
    }

    /**
     * Counts a request.
     *
     * @param given value of the key; empty if there is none
     * @return with {@code apiKey} and {@code apiKeyId} if it may pass
     */
    public Authorization use(Optional<String> given) {
        Optional<Holder> holder = given.map(holders::get);
        if (holder.isEmpty()) {
            return refused(
                    GatewayError.INVALID_API_KEY,
                    (given.isEmpty() ? "the request has no API key" : "no usage plan of the API has this API key")
                            + hint());
        }
        Holder known = holder.get();
        if (!known.key().enabled()) {
            return refused(
                    GatewayError.INVALID_API_KEY, "the API key " + known.key().id() + " is not enabled");
        }
        if (!known.bucket().map(TokenBucket::take).orElse(true)) {
            return refused(
                    GatewayError.THROTTLED, known.key().id() + " calls more often than " + known.plan() + " allows");
        }
        if (!known.quota().map(QuotaCount::take).orElse(true)) {
            return refused(GatewayError.QUOTA_EXCEEDED, known.key().id() + " has used up the quota of " + known.plan());
        }
        ObjectNode identity = JsonNodeFactory.instance
                .objectNode()
                .put("apiKey", given.get())
                .put("apiKeyId", known.key().id());
        return new Authorization.Allowed(Optional.empty(), Optional.of(identity));
    }

    private String hint() {
        return nameless.isEmpty()
                ? ""
                : "; keys without a value in the template are called by their logical ids: "
                        + String.join(", ", nameless);
    }

    private static Authorization refused(GatewayError error, String reason) {
        return new Authorization.Refused(error, reason);
    }
}
