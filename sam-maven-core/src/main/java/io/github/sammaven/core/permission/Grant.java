package io.github.sammaven.core.permission;

import java.util.List;
import java.util.Optional;

/**
 * A statement of a policy, with who needs it. ARNs hold <code>${AWS::Region}</code> and the like; see {@link ArnValues}.
 *
 * @param sid letters and digits, unique in a plan
 * @param actions sorted
 * @param resources ARN patterns, sorted
 * @param needs in the order they were met
 */
public record Grant(
        String sid, List<String> actions, List<String> resources, Optional<Condition> condition, List<Need> needs) {

    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        needs = List.copyOf(needs);
    }

    Grant with(String otherSid, List<String> otherActions, List<String> otherResources) {
        return new Grant(otherSid, otherActions, otherResources, condition, needs);
    }

    /** Whether its actions have no resource level. */
    boolean isOnEverything() {
        return resources.equals(List.of("*"));
    }
}
