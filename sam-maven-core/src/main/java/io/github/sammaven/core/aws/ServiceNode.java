package io.github.sammaven.core.aws;

import java.util.List;

/**
 * A service in the graph of who calls whom.
 *
 * @param reference number of the service, which edges name
 * @param name of the service, {@code shop-orders}
 * @param type {@code AWS::Lambda::Function}; empty if it is not known
 * @param calls how often it was called
 * @param faults how many calls it failed at
 * @param errors how many calls were wrong
 * @param seconds that all calls took together
 * @param edges numbers of the services it calls
 */
public record ServiceNode(
        int reference,
        String name,
        String type,
        long calls,
        long faults,
        long errors,
        double seconds,
        List<Integer> edges) {

    public ServiceNode {
        edges = List.copyOf(edges);
    }
}
