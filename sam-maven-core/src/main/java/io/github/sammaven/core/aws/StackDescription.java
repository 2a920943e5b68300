package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stack as it is now.
 *
 * @param id ARN of the stack
 * @param name its name
 * @param status as the service spells it, {@code UPDATE_COMPLETE}
 * @param statusReason the service's words for the status; empty if there are none
 * @param parameters names of the parameters the stack has values for
 * @param outputs in the order of the service
 * @param tags tags of the stack
 * @param lastUpdated when the last update began, by the service's clock; empty if there was none
 * @param changeSetId ARN of the change set that the stack was made or changed with last; empty if it is not known
 * @param terminationProtection whether the stack is protected from being deleted
 */
public record StackDescription(
        String id,
        String name,
        String status,
        String statusReason,
        Set<String> parameters,
        List<StackOutput> outputs,
        Map<String, String> tags,
        Optional<Instant> lastUpdated,
        Optional<String> changeSetId,
        boolean terminationProtection) {

    public StackDescription {
        parameters = Set.copyOf(parameters);
        outputs = List.copyOf(outputs);
        tags = Map.copyOf(tags);
    }

    /** A stack of which the rest is not known. */
    public StackDescription(
            String id,
            String name,
            String status,
            String statusReason,
            Set<String> parameters,
            List<StackOutput> outputs,
            Map<String, String> tags,
            Optional<Instant> lastUpdated) {
        this(id, name, status, statusReason, parameters, outputs, tags, lastUpdated, Optional.empty(), false);
    }
}
