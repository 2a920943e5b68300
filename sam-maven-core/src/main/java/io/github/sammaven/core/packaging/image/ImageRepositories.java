package io.github.sammaven.core.packaging.image;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The repository of each function whose image is to be pushed. */
public final class ImageRepositories {

    private static final String WAYS =
            "set one of -Dsam.imageRepository=URI, -Dsam.imageRepositories=FUNCTION=URI,..., -Dsam.resolveImageRepos";

    private final Map<String, RepositoryUri> byId;
    private final List<String> unresolved;

    private ImageRepositories(Map<String, RepositoryUri> byId, List<String> unresolved) {
        this.byId = byId;
        this.unresolved = unresolved;
    }

    /**
     * Finds out which repository is whose.
     *
     * @param functionIds of functions whose image is on this machine, behind the paths of their stacks; options are not
     *     looked at if there are none
     * @throws InvalidOptionException naming all that is wrong: more than one way given, or none; what is no address;
     *     names that are no function's; functions without a repository
     */
    public static ImageRepositories choose(RepositoryOptions options, Collection<String> functionIds) {
        if (functionIds.isEmpty()) {
            return new ImageRepositories(Map.of(), List.of());
        }
        List<Problem> problems = new ArrayList<>();
        checkOneWay(options, functionIds, problems);
        options.all().ifPresent(written -> address("imageRepository", written, problems));
        options.byFunction().forEach((name, written) -> address("imageRepositories: " + name, written, problems));
        Map<String, RepositoryUri> byId = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String id : functionIds) {
            String logicalId = id.substring(id.lastIndexOf('/') + 1);
            String key = options.byFunction().containsKey(id) ? id : logicalId;
            used.add(key);
            Optional.ofNullable(options.byFunction().get(key))
                    .or(options::all)
                    .ifPresentOrElse(
                            written -> RepositoryUri.parse(written).ifPresent(found -> byId.put(id, found)),
                            () -> left.add(id));
        }
        options.byFunction().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> problems.add(error(
                        "imageRepositories: " + name + " is no function whose image is pushed",
                        NearestName.suggestion(name, functionIds))));
        if (!left.isEmpty() && !options.resolve() && !options.byFunction().isEmpty()) {
            problems.add(error(
                    "imageRepositories names no repository for " + String.join(", ", left),
                    "add FUNCTION=URI for each, or have the missing ones made: -Dsam.resolveImageRepos"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return new ImageRepositories(byId, left);
    }

    private static void checkOneWay(RepositoryOptions options, Collection<String> functionIds, List<Problem> problems) {
        boolean others = options.resolve() || !options.byFunction().isEmpty();
        if (options.all().isPresent() && others) {
            problems.add(error("imageRepository is for all functions, and another way to choose is given too", WAYS));
        }
        if (options.all().isEmpty() && !others) {
            problems.add(error("no repository is named for the images of " + String.join(", ", functionIds), WAYS));
        }
    }

    private static void address(String option, String written, List<Problem> problems) {
        if (RepositoryUri.parse(written).isEmpty()) {
            problems.add(error(
                    option + ": '" + written + "' is no repository",
                    "write ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME or localhost:PORT/NAME, without a tag"));
        }
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }

    /** Functions that have no repository yet; one is to be made for each. */
    public List<String> unresolved() {
        return List.copyOf(unresolved);
    }

    /** With the repositories that were made, by function. */
    public ImageRepositories with(Map<String, String> made) {
        Map<String, RepositoryUri> all = new HashMap<>(byId);
        made.forEach((id, address) -> all.put(id, RepositoryUri.parse(address).orElseThrow()));
        List<String> left =
                unresolved.stream().filter(id -> !made.containsKey(id)).toList();
        return new ImageRepositories(all, left);
    }

    /** The repository of a function; empty for one that was not asked about. */
    Optional<RepositoryUri> of(String functionId) {
        return Optional.ofNullable(byId.get(functionId));
    }
}
