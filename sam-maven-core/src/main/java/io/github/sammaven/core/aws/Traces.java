package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Traces of X-Ray. Methods throw {@link TransientServiceException} if it may work later, and
 * {@link io.github.sammaven.core.problem.SamException} if it is refused.
 */
public interface Traces {

    /** The most traces that {@link #read} takes at a time. */
    int AT_A_TIME = 5;

    /**
     * Traces that began within a time of at most 24 hours.
     *
     * @param filter X-Ray filter expression
     * @param token {@link TraceSummaries#next} of the page before
     */
    TraceSummaries summaries(Instant from, Instant to, Optional<String> filter, Optional<String> token);

    /** Those of the traces that are there. */
    List<TraceRecord> read(List<String> ids);

    /** The services that were called within a time of at most 6 hours, and by whom. */
    List<ServiceNode> serviceGraph(Instant from, Instant to);
}
