package io.github.sammaven.core.operate.stack;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resources of a deployed stack and of all stacks nested in it.
 *
 * @param stackName as it was asked for
 * @param resources in the order of the service, those of a nested stack behind it
 */
public record StackCatalogue(String stackName, List<DeployedResource> resources) {

    public StackCatalogue {
        resources = List.copyOf(resources);
    }

    /** By path, {@code Orders} or {@code Child/Orders}, or else by physical id. */
    public Optional<DeployedResource> find(String name) {
        Map<String, DeployedResource> byName = new LinkedHashMap<>();
        resources.forEach(resource -> byName.putIfAbsent(resource.path(), resource));
        resources.stream()
                .filter(DeployedResource::isMade)
                .forEach(resource -> byName.putIfAbsent(resource.physicalId(), resource));
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * As {@link #find}.
     *
     * @throws InvalidOptionException if there is none; it names the nearest
     */
    public DeployedResource get(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidOptionException(
                        "the stack " + stackName + " has no resource '" + name + "'", nearest(name)));
    }

    private String nearest(String name) {
        List<String> paths = resources.stream().map(DeployedResource::path).toList();
        return NearestName.of(name, paths)
                .or(() ->
                        paths.stream().filter(path -> path.endsWith("/" + name)).findFirst())
                .map(path -> "Did you mean '" + path + "'?")
                .orElse("");
    }

    /** Those of some types, {@code AWS::Lambda::Function}, that are made. */
    public List<DeployedResource> ofType(String... types) {
        Set<String> wanted = Set.copyOf(Arrays.asList(types));
        return resources.stream()
                .filter(resource -> wanted.contains(resource.type()) && resource.isMade())
                .toList();
    }
}
