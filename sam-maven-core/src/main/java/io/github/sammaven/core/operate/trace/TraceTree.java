package io.github.sammaven.core.operate.trace;

import java.util.List;

/**
 * A trace.
 *
 * @param id {@code 1-5759e988-bd862e3fe1be46a994272793}
 * @param start seconds since 1970
 * @param seconds from its begin to its end
 * @param roots segments that no other of the trace has caused, by their start
 */
public record TraceTree(String id, double start, double seconds, List<TraceStep> roots) {

    public TraceTree {
        roots = List.copyOf(roots);
    }
}
