package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.aws.ChangeSetDescription;
import java.util.Map;

/**
 * A change set and those of the nested stacks.
 *
 * @param description of the stack itself
 * @param nested change sets of nested stacks by the logical id of the stack in this one
 */
record ChangeTree(ChangeSetDescription description, Map<String, ChangeTree> nested) {

    ChangeTree {
        nested = Map.copyOf(nested);
    }
}
