package io.github.sammaven.core.aws.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that shall fail, by operation. */
final class Faults {

    private final Map<String, Fault> planned = new HashMap<>();

    private record Fault(JsonRefusal refusal, int times) {}

    /** @param operation {@code *} for all */
    void plan(String operation, JsonRefusal refusal, int times) {
        planned.put(operation, new Fault(refusal, times));
    }

    Optional<JsonRefusal> next(String operation) {
        String key = planned.containsKey(operation) ? operation : "*";
        Fault fault = planned.get(key);
        if (fault == null) {
            return Optional.empty();
        }
        if (fault.times() == 1) {
            planned.remove(key);
        } else {
            planned.put(key, new Fault(fault.refusal(), fault.times() - 1));
        }
        return Optional.of(fault.refusal());
    }
}
