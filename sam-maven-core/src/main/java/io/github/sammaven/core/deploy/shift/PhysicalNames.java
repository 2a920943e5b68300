package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackInventory;
import io.github.sammaven.core.aws.StackResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What resources of the stack are called outside of it: from its events, otherwise from its list of resources. */
final class PhysicalNames {

    private final StackInventory inventory;
    private final String stackId;
    private final Map<String, String> names = new HashMap<>();
    private boolean listed;

    PhysicalNames(StackInventory inventory, String stackId) {
        this.inventory = inventory;
        this.stackId = stackId;
    }

    void note(StackEvent event) {
        if (!event.physicalId().isEmpty()) {
            names.put(event.logicalId(), event.physicalId());
        }
    }

    /** Empty if the stack has no such resource. */
    Optional<String> of(ResourceName name) {
        if (!name.logicalId()) {
            return Optional.of(name.text());
        }
        if (!names.containsKey(name.text()) && !listed) {
            for (StackResource resource : inventory.resources(stackId)) {
                if (!resource.physicalId().isEmpty()) {
                    names.putIfAbsent(resource.logicalId(), resource.physicalId());
                }
            }
            listed = true;
        }
        return Optional.ofNullable(names.get(name.text()));
    }
}
