package io.github.sammaven.core.operate.stack;

import io.github.sammaven.core.aws.DeployedStacks;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.problem.SamException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is deployed. Methods throw {@link SamException} if there is no such stack. */
public final class StackReader {

    private static final String STACK = "AWS::CloudFormation::Stack";

    private final DeployedStacks stacks;

    public StackReader(DeployedStacks stacks) {
        this.stacks = stacks;
    }

    /** The stack with its status, outputs and tags. */
    public StackDescription describe(String stackName) {
        return stacks.describe(stackName).orElseThrow(() -> absent(stackName));
    }

    /** Its resources and those of nested stacks; one call for each hundred resources and nested stack. */
    public StackCatalogue catalogue(String stackName) {
        List<DeployedResource> found = new ArrayList<>();
        List<StackResource> top = stacks.resources(stackName).orElseThrow(() -> absent(stackName));
        collect(top, "", found);
        return new StackCatalogue(stackName, found);
    }

    private void collect(List<StackResource> resources, String parent, List<DeployedResource> found) {
        for (StackResource resource : resources) {
            String path = parent + resource.logicalId();
            found.add(new DeployedResource(path, resource.physicalId(), resource.type()));
            if (resource.type().equals(STACK) && !resource.physicalId().isEmpty()) {
                // A nested stack that is gone was deleted behind the back of its parent; the rest is still there.
                collect(stacks.resources(resource.physicalId()).orElse(List.of()), path + "/", found);
            }
        }
    }

    private static SamException absent(String stackName) {
        return new SamException(
                "there is no stack " + stackName + " in this account and region",
                "check the name, -Dsam.region and -Dsam.profile",
                null);
    }
}
