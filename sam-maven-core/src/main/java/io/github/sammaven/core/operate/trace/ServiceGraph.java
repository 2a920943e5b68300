package io.github.sammaven.core.operate.trace;

import io.github.sammaven.core.aws.ServiceNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has called whom.
 *
 * @param from first time
 * @param to last time
 * @param services in the order of X-Ray
 */
public record ServiceGraph(Instant from, Instant to, List<ServiceNode> services) {

    public ServiceGraph {
        services = List.copyOf(services);
    }

    /** The parts of the graph in which one of the services is. */
    ServiceGraph around(Set<String> names) {
        Map<Integer, Set<Integer>> neighbours = new HashMap<>();
        services.forEach(service -> service.edges().forEach(called -> {
            neighbours
                    .computeIfAbsent(service.reference(), none -> new HashSet<>())
                    .add(called);
            neighbours.computeIfAbsent(called, none -> new HashSet<>()).add(service.reference());
        }));
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        services.stream()
                .filter(service -> names.contains(service.name()))
                .map(ServiceNode::reference)
                .filter(found::add)
                .forEach(open::add);
        while (!open.isEmpty()) {
            neighbours.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return new ServiceGraph(
                from,
                to,
                services.stream()
                        .filter(service -> found.contains(service.reference()))
                        .toList());
    }
}
