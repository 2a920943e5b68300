package io.github.sammaven.core.local.serve;

import io.github.sammaven.core.build.ArtifactVersions;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.LocalFunctions;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The functions of a template with their code as it is at the moment. */
public final class FunctionSource {

    private final Supplier<FunctionCatalog> template;
    private final List<String> wanted;
    private final ArtifactVersions artifacts;
    private final BiFunction<FunctionCatalog, Map<String, Path>, LocalFunctions> functions;
    private final EventSink events;

    /**
     * @param template reads it anew
     * @param wanted names of the functions to serve; empty for all that can be
     * @param artifacts lays out their code
     * @param functions makes functions out of the template and what was laid out
     * @param events receives a warning for each function that cannot be served
     */
    public FunctionSource(
            Supplier<FunctionCatalog> template,
            List<String> wanted,
            ArtifactVersions artifacts,
            BiFunction<FunctionCatalog, Map<String, Path>, LocalFunctions> functions,
            EventSink events) {
        this.template = template;
        this.wanted = List.copyOf(wanted);
        this.artifacts = artifacts;
        this.functions = functions;
        this.events = events;
    }

    /**
     * What was read.
     *
     * @param catalog the template's functions
     * @param functions those to serve
     * @param sources what each function and layer is made of
     */
    public record Loaded(FunctionCatalog catalog, List<LocalFunction> functions, Map<String, Set<Path>> sources) {}

    /**
     * Reads the template, and lays out what is new or outdated.
     *
     * @param outdated logical ids of functions and layers
     * @throws io.github.sammaven.core.problem.SamException if there is nothing to serve, or a wanted function is
     *     unknown or cannot be run here
     */
    public Loaded load(Set<String> outdated) {
        FunctionCatalog catalog = template.get();
        Set<String> ids = ids(catalog);
        LocalFunctions found = functions.apply(catalog, artifacts.build(catalog, outdated));
        List<LocalFunction> served = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (String id : ids) {
            try {
                served.add(found.find(Optional.of(id)));
            } catch (InvalidOptionException cannotRun) {
                refused.addAll(cannotRun.problems());
            }
        }
        if (!refused.isEmpty() && (served.isEmpty() || !wanted.isEmpty())) {
            throw new InvalidOptionException(refused);
        }
        refused.forEach(problem ->
                events.accept(new Warning(Problem.warning(problem.mark(), problem.message(), problem.suggestion()))));
        return new Loaded(catalog, served, artifacts.sources(catalog));
    }

    private Set<String> ids(FunctionCatalog catalog) {
        List<String> all =
                catalog.functions().stream().map(LambdaFunction::logicalId).toList();
        if (all.isEmpty()) {
            throw new InvalidOptionException("the template has no functions", "");
        }
        if (wanted.isEmpty()) {
            return new LinkedHashSet<>(all);
        }
        Map<String, Optional<LambdaFunction>> named = new LinkedHashMap<>();
        wanted.forEach(name -> named.put(name, catalog.function(name)));
        List<Problem> unknown = named.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> unknown(entry.getKey(), all))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidOptionException(unknown);
        }
        Set<String> ids = new LinkedHashSet<>();
        named.values().forEach(function -> ids.add(function.orElseThrow().logicalId()));
        return ids;
    }

    private static Problem unknown(String name, List<String> all) {
        String near = NearestName.suggestion(name, all);
        return Problem.error(
                SourceMark.NONE,
                "the template has no function '" + name + "'",
                near.isEmpty() ? "it has " + String.join(", ", all) : near);
    }
}
