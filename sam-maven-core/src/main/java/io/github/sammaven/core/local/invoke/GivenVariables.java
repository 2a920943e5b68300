package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables the user gives for a run.
 *
 * @param forAll for every function
 * @param forFunctions by logical id, {@code SamResourceId}, name, path or ARN of a function; they win over those for all
 * @param overAll for every function, over all others
 */
public record GivenVariables(
        Map<String, String> forAll, Map<String, Map<String, String>> forFunctions, Map<String, String> overAll) {

    /** No variable at all. */
    public static final GivenVariables NONE = new GivenVariables(Map.of(), Map.of(), Map.of());

    /** The same for every function, over all others. */
    public static GivenVariables of(Map<String, String> variables) {
        return NONE.with(variables);
    }

    /** These, with {@code variables} over them for every function. */
    public GivenVariables with(Map<String, String> variables) {
        return new GivenVariables(forAll, forFunctions, variables);
    }

    /** Those of one function. Of several names it is given under, one counts: the logical id, else the name, else any. */
    Map<String, String> of(LambdaFunction function, FunctionCatalog catalog) {
        Map<String, String> result = new LinkedHashMap<>(forAll);
        filled(function.logicalId())
                .or(() -> filled(function.functionName()))
                .or(() -> forFunctions.keySet().stream()
                        .filter(key -> catalog.function(key)
                                .filter(named -> named.id().equals(function.id()))
                                .isPresent())
                        .flatMap(key -> filled(key).stream())
                        .findFirst())
                .ifPresent(result::putAll);
        result.putAll(overAll);
        return result;
    }

    private Optional<Map<String, String>> filled(String key) {
        return Optional.ofNullable(forFunctions.get(key)).filter(variables -> !variables.isEmpty());
    }

    /** A warning for each name that no function of the template has. */
    public List<Problem> unknownFunctions(FunctionCatalog catalog) {
        List<String> ids = catalog.functions().stream().map(LambdaFunction::id).toList();
        return forFunctions.keySet().stream()
                .filter(key ->
                        catalog.function(key).isEmpty() && !catalog.excluded().contains(key))
                .map(key -> Problem.warning(
                        SourceMark.NONE,
                        "variables are given for " + key + ", the template has no such function",
                        NearestName.suggestion(key, ids)))
                .toList();
    }
}
