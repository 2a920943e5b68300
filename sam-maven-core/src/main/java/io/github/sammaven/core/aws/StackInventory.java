package io.github.sammaven.core.aws;

import java.util.List;

/** What is in a stack now. */
@FunctionalInterface
public interface StackInventory {

    /** @param stack name or id */
    List<StackResource> resources(String stack);
}
