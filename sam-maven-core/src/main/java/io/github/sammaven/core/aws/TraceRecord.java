package io.github.sammaven.core.aws;

import java.util.List;

/**
 * A trace with what its services sent.
 *
 * @param id {@code 1-5759e988-bd862e3fe1be46a994272793}
 * @param seconds from its begin to its end
 * @param documents segments, each a JSON object
 */
public record TraceRecord(String id, double seconds, List<String> documents) {

    public TraceRecord {
        documents = List.copyOf(documents);
    }
}
