package io.github.sammaven.core.aws;

import java.util.List;

/**
 * A change set as it is now.
 *
 * @param status as the service spells it, {@code CREATE_COMPLETE}
 * @param statusReason the service's words for the status; empty if there are none
 * @param changes what it would do; complete once the status is {@code CREATE_COMPLETE}
 */
public record ChangeSetDescription(String status, String statusReason, List<PlannedChange> changes) {

    public ChangeSetDescription {
        changes = List.copyOf(changes);
    }
}
