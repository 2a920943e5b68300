package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is meant by a name, with or without a stack. */
final class TargetFinder {

    private final Function<String, StackCatalogue> stacks;

    /** @param stacks what is in the stack with a name */
    TargetFinder(Function<String, StackCatalogue> stacks) {
        this.stacks = stacks;
    }

    /**
     * @param id logical id, {@code Child/Id}, physical id or ARN
     * @throws InvalidOptionException if nothing is meant, too much, or nothing that can be sent something
     */
    Target find(Optional<String> stackName, Optional<String> id) {
        if (id.isEmpty()) {
            return only(stackName.orElseThrow(() -> new InvalidOptionException(
                    "neither a resource nor a stack is named",
                    "set -Dsam.resourceId=ID with -Dsam.stackName=NAME, or -Dsam.resourceId=ARN")));
        }
        String name = id.get();
        if (name.startsWith("arn:")) {
            return new Target(
                    TargetKind.ofArn(name)
                            .orElseThrow(() -> new InvalidOptionException("nothing can be sent to " + name, kinds())),
                    name,
                    name);
        }
        return stackName.isEmpty() ? outsideOfStacks(name) : inStack(stacks.apply(stackName.get()), name);
    }

    /** Without a stack a name is a queue's URL, or else a function's name. */
    private static Target outsideOfStacks(String name) {
        boolean url = name.startsWith("https://") || name.startsWith("http://");
        return new Target(url ? TargetKind.QUEUE : TargetKind.FUNCTION, name, name);
    }

    private static Target inStack(StackCatalogue stack, String name) {
        return target(stack.get(name));
    }

    private static Target target(DeployedResource resource) {
        TargetKind kind = TargetKind.ofType(resource.type())
                .orElseThrow(() -> new InvalidOptionException(
                        "nothing can be sent to " + resource.path() + ", which is an " + resource.type(), kinds()));
        return new Target(kind, resource.path(), resource.physicalId());
    }

    private Target only(String stackName) {
        StackCatalogue stack = stacks.apply(stackName);
        for (TargetKind kind : TargetKind.values()) {
            List<DeployedResource> found = stack.ofType(kind.type());
            if (found.size() == 1) {
                return target(found.get(0));
            }
            if (found.size() > 1) {
                throw new InvalidOptionException(
                        "the stack " + stackName + " has " + found.size() + " resources of the kind " + kind.shown()
                                + ": "
                                + found.stream().map(DeployedResource::path).collect(Collectors.joining(", ")),
                        "name one with -Dsam.resourceId=ID");
            }
        }
        throw new InvalidOptionException("the stack " + stackName + " has nothing that can be sent something", kinds());
    }

    private static String kinds() {
        return "it takes one of " + String.join(", ", TargetKind.types());
    }
}
