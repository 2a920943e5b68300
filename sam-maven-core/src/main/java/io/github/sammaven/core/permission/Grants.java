package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects permissions into statements. An action is allowed on the resources it was asked for and on no other, so actions
 * of one purpose that work on different resources become several statements.
 */
final class Grants {

    /** Sid of the statement for actions that work on everything or nothing. */
    static final String NO_LEVEL = "NoResourceLevel";

    private record Purpose(String sid, Optional<Condition> condition) {}

    private static final class Uses {
        private final SortedSet<String> resources = new TreeSet<>();
        private final Set<Need> needs = new LinkedHashSet<>();
    }

    private final Map<Purpose, Map<String, Uses>> purposes = new LinkedHashMap<>();

    void add(String sid, Collection<String> actions, Collection<String> resources, Need need) {
        add(sid, actions, resources, Optional.empty(), need);
    }

    /** A statement of another collection. */
    void add(Grant grant) {
        grant.needs().forEach(need -> add(grant.sid(), grant.actions(), grant.resources(), grant.condition(), need));
    }

    /** Actions without resource level. */
    void add(Collection<String> actions, Need need) {
        add(NO_LEVEL, actions, List.of("*"), Optional.empty(), need);
    }

    void add(
            String sid,
            Collection<String> actions,
            Collection<String> resources,
            Optional<Condition> condition,
            Need need) {
        if (resources.isEmpty()) {
            return;
        }
        Map<String, Uses> purpose = purposes.computeIfAbsent(new Purpose(sid, condition), none -> new TreeMap<>());
        for (String action : actions) {
            Uses uses = purpose.computeIfAbsent(action, none -> new Uses());
            uses.resources.addAll(resources);
            uses.needs.add(need);
        }
    }

    /** Purposes in the order they were met; what has no resource level comes last. */
    List<Grant> statements() {
        List<Grant> statements = new ArrayList<>();
        Set<String> sids = new LinkedHashSet<>();
        List<Map.Entry<Purpose, Map<String, Uses>>> order = new ArrayList<>(purposes.entrySet());
        order.sort((a, b) -> Boolean.compare(
                a.getKey().sid().equals(NO_LEVEL), b.getKey().sid().equals(NO_LEVEL)));
        order.forEach(entry -> byResources(entry.getValue()).forEach((resources, actions) -> {
            Set<Need> needs = new LinkedHashSet<>();
            actions.forEach(action -> needs.addAll(entry.getValue().get(action).needs));
            statements.add(new Grant(
                    unique(entry.getKey().sid(), sids),
                    actions,
                    List.copyOf(resources),
                    entry.getKey().condition(),
                    List.copyOf(needs)));
        }));
        return statements;
    }

    private static Map<SortedSet<String>, List<String>> byResources(Map<String, Uses> purpose) {
        Map<SortedSet<String>, List<String>> groups = new LinkedHashMap<>();
        purpose.forEach((action, uses) -> groups.computeIfAbsent(uses.resources, none -> new ArrayList<>())
                .add(action));
        return groups;
    }

    static String unique(String sid, Set<String> taken) {
        String name = sid;
        for (int i = 2; !taken.add(name); i++) {
            name = sid + i;
        }
        return name;
    }
}
