package io.github.sammaven.core.managed;

import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.template.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stack that holds one image repository for each function of another stack. It is SAM CLI's: both tools use the one
 * that is there. Repositories of functions that are gone stay until {@link #removeObsolete} is asked for, so that a
 * deployment that fails leaves no function without its image.
 */
public final class CompanionStack {

    private static final Set<String> CAPABILITIES = Set.of("CAPABILITY_AUTO_EXPAND");

    private final CompanionNames names;
    private final CompanionServices services;
    private final CompanionWait wait;

    public CompanionStack(CompanionNames names, CompanionServices services) {
        this.names = names;
        this.services = services;
        this.wait = new CompanionWait(names.stackName(), services.stacks(), services.pauser());
    }

    /**
     * Makes the repositories that are missing. Asks for nothing if there are no functions.
     *
     * @param functionPaths logical ids of functions whose code is an image, behind the paths of their stacks
     * @return address of each function's repository, without a tag, by path
     * @throws SamException with the service's reason if a repository cannot be made
     */
    public Map<String, String> ensure(Collection<String> functionPaths) {
        if (functionPaths.isEmpty()) {
            return Map.of();
        }
        Optional<StackDescription> stack = wait.untilIdle();
        SortedMap<String, String> repositories = stack.isPresent() ? repositories() : new TreeMap<>();
        int before = repositories.size();
        functionPaths.forEach(
                path -> repositories.putIfAbsent(names.repositoryLogicalId(path), names.repositoryName(path)));
        if (repositories.size() > before || stack.isEmpty()) {
            int missing = repositories.size() - before;
            services.events()
                    .accept(new Note("Making " + missing + (missing == 1 ? " repository" : " repositories")
                            + " for images in the stack " + names.stackName()));
            write(stack, repositories);
        }
        return addresses(functionPaths, repositories);
    }

    /**
     * Deletes the repositories of functions that are not among these, with all their images; and the stack if nothing
     * remains. To be called when the stack itself no longer uses them.
     *
     * @return names of the repositories deleted
     */
    public List<String> removeObsolete(Collection<String> functionPaths) {
        Optional<StackDescription> stack = wait.untilIdle();
        if (stack.isEmpty()) {
            return List.of();
        }
        Set<String> needed =
                functionPaths.stream().map(names::repositoryLogicalId).collect(Collectors.toSet());
        SortedMap<String, String> kept = repositories();
        List<String> obsolete = new ArrayList<>();
        kept.forEach((id, name) -> {
            if (!needed.contains(id)) {
                obsolete.add(name);
            }
        });
        kept.keySet().retainAll(needed);
        // CloudFormation deletes no repository that holds images.
        obsolete.forEach(services.registry()::deleteRepository);
        if (kept.isEmpty()) {
            services.stacks().deleteStack(stack.get().id());
            wait.untilDeleted(stack.get().id());
        } else if (!obsolete.isEmpty()) {
            write(stack, kept);
        }
        return obsolete;
    }

    private SortedMap<String, String> repositories() {
        SortedMap<String, String> found = new TreeMap<>();
        services.direct().resources(names.stackName()).stream()
                .filter(resource -> resource.type().equals(CompanionTemplate.REPOSITORY))
                .filter(resource -> !resource.physicalId().isEmpty())
                .forEach(resource -> found.put(resource.logicalId(), resource.physicalId()));
        return found;
    }

    private void write(Optional<StackDescription> stack, SortedMap<String, String> repositories) {
        TemplateSource template = services.delivery().apply(CompanionTemplate.of(names.stackName(), repositories));
        if (stack.isEmpty()) {
            services.direct().create(names.stackName(), template, CAPABILITIES);
            wait.untilChanged(Optional.empty());
        } else if (services.direct().update(names.stackName(), template, CAPABILITIES)) {
            wait.untilChanged(stack);
        }
    }

    private Map<String, String> addresses(Collection<String> functionPaths, Map<String, String> repositories) {
        CallerIdentity caller = services.caller().identity();
        String host = caller.account() + ".dkr.ecr." + caller.region() + "."
                + Partition.of(caller.region()).urlSuffix();
        Map<String, String> addresses = new LinkedHashMap<>();
        functionPaths.forEach(
                path -> addresses.put(path, host + "/" + repositories.get(names.repositoryLogicalId(path))));
        return addresses;
    }
}
