package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.UsagePlan;
import io.github.sammaven.core.local.apigateway.model.UsagePlan.ApiKey;
import io.github.sammaven.core.local.apigateway.model.UsagePlan.Quota;
import io.github.sammaven.core.local.apigateway.model.UsagePlan.Throttle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usage plans of a stack with their API keys. */
final class UsagePlans {

    private final List<StackResources.Declared> plans;
    private final Map<String, List<ApiKey>> keysByPlan = new HashMap<>();

    UsagePlans(StackResources resources) {
        plans = resources.of("AWS::ApiGateway::UsagePlan");
        plans.forEach(plan -> plan.properties().sections("ApiStages").forEach(UsagePlans::tellMethods));
        Map<String, ApiKey> keys = new LinkedHashMap<>();
        resources.of("AWS::ApiGateway::ApiKey").forEach(key -> keys.put(key.id(), key(key)));
        resources.of("AWS::ApiGateway::UsagePlanKey").forEach(link -> link(link.properties(), keys));
    }

    private static ApiKey key(StackResources.Declared key) {
        boolean enabled = key.properties().flag("Enabled");
        if (!enabled) {
            key.properties().warn("Enabled", "the API key is not enabled", "set Enabled: true");
        }
        return new ApiKey(key.id(), key.properties().text("Value"), enabled);
    }

    private void link(Section link, Map<String, ApiKey> keys) {
        Optional<String> plan = link.reference("UsagePlanId");
        Optional<String> id = link.reference("KeyId");
        if (plan.isEmpty() || id.isEmpty()) {
            return;
        }
        ApiKey key = keys.get(id.get());
        if (key == null) {
            link.warn("KeyId", "the API key is not in this template, nobody can use it here", "");
            return;
        }
        keysByPlan.computeIfAbsent(plan.get(), unused -> new ArrayList<>()).add(key);
    }

    /** Those of a stage of an API. */
    List<UsagePlan> of(String api, Stage stage) {
        return plans.stream()
                .filter(plan -> covers(plan.properties(), api, stage))
                .map(this::plan)
                .toList();
    }

    private static boolean covers(Section plan, String api, Stage stage) {
        return plan.sections("ApiStages").stream()
                .filter(each -> each.reference("ApiId").equals(Optional.of(api)))
                .anyMatch(each -> each.node("Stage")
                        .flatMap(StackReading::reference)
                        .map(stage::isNamed)
                        .orElse(true));
    }

    private static void tellMethods(Section stage) {
        if (stage.has("Throttle")) {
            stage.warn("Throttle", "the limits of single methods are not applied here", "");
        }
    }

    private UsagePlan plan(StackResources.Declared plan) {
        Section properties = plan.properties();
        return new UsagePlan(
                plan.id(),
                keysByPlan.getOrDefault(plan.id(), List.of()),
                properties.section("Throttle").flatMap(UsagePlans::throttle),
                properties.section("Quota").flatMap(UsagePlans::quota));
    }

    private static Optional<Throttle> throttle(Section throttle) {
        Optional<Double> rate = throttle.decimal("RateLimit");
        Optional<Integer> burst = throttle.number("BurstLimit");
        return rate.isEmpty() && burst.isEmpty()
                ? Optional.empty()
                : Optional.of(new Throttle(rate.orElse(Double.POSITIVE_INFINITY), burst.orElseGet(() ->
                        (int) Math.max(1, Math.ceil(rate.orElse(1.0))))));
    }

    private static Optional<Quota> quota(Section quota) {
        Optional<Integer> limit = quota.number("Limit");
        Optional<String> period = quota.text("Period");
        if (limit.isEmpty() || period.isEmpty()) {
            quota.warn("Limit", "the quota is not applied, it needs Limit and Period", "");
        }
        return limit.flatMap(requests -> period.map(name -> new Quota(requests, name)));
    }
}
