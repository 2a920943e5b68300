package io.github.sammaven.core.local.serve;

import io.github.sammaven.core.build.ArtifactVersions;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.LocalFunctions;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
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

/** The functions of a template, and of the stacks nested in it, with their code as it is at the moment. */
public final class FunctionSource {

    private final Supplier<StackTree> stacks;
    private final List<String> wanted;
    private final ArtifactVersions artifacts;
    private final BiFunction<FunctionCatalog, Map<String, Path>, LocalFunctions> functions;
    private final EventSink events;
    private List<Problem> known = List.of();

    /**
     * @param stacks reads the template, and those nested in it, anew
     * @param wanted names of the functions to serve; empty for all that can be
     * @param artifacts lays out their code
     * @param functions makes functions out of the template and what was laid out
     * @param events receives a warning for each function that cannot be served
     */
    public FunctionSource(
            Supplier<StackTree> stacks,
            List<String> wanted,
            ArtifactVersions artifacts,
            BiFunction<FunctionCatalog, Map<String, Path>, LocalFunctions> functions,
            EventSink events) {
        this.stacks = stacks;
        this.wanted = List.copyOf(wanted);
        this.artifacts = artifacts;
        this.functions = functions;
        this.events = events;
    }

    /**
     * What was read.
     *
     * @param catalog the functions of the template and those nested in it
     * @param functions those to serve
     * @param sources what each function and layer is made of
     * @param templates the files of all templates
     */
    public record Loaded(
            FunctionCatalog catalog,
            List<LocalFunction> functions,
            Map<String, Set<Path>> sources,
            Set<Path> templates) {}

    /**
     * Reads the template, and lays out what is new or outdated.
     *
     * @param outdated ids of functions and layers
     * @throws io.github.sammaven.core.problem.SamException if there is nothing to serve, or a wanted function is
     *     unknown or cannot be run here
     */
    public Loaded load(Set<String> outdated) {
        StackTree tree = stacks(!outdated.isEmpty());
        FunctionCatalog catalog = FunctionCatalog.of(tree);
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
        refused.forEach(this::warn);
        return new Loaded(catalog, served, artifacts.sources(catalog), tree.files());
    }

    /** A nested template that breaks while it is worked on takes no function away. */
    private StackTree stacks(boolean again) {
        StackTree tree = stacks.get();
        List<Problem> fresh = tree.problems().stream()
                .filter(problem -> !known.contains(problem))
                .toList();
        if (again && fresh.stream().anyMatch(Problem::isError)) {
            throw new InvalidTemplateException(fresh);
        }
        fresh.forEach(this::warn);
        known = tree.problems();
        return tree;
    }

    private void warn(Problem problem) {
        events.accept(new Warning(Problem.warning(problem.mark(), problem.message(), problem.suggestion())));
    }

    private Set<String> ids(FunctionCatalog catalog) {
        List<String> all = catalog.functions().stream().map(LambdaFunction::id).toList();
        if (all.isEmpty()) {
            throw new InvalidOptionException("the template has no functions", "");
        }
        if (wanted.isEmpty()) {
            return new LinkedHashSet<>(all);
        }
        Map<String, Optional<LambdaFunction>> named = new LinkedHashMap<>();
        wanted.forEach(name -> {
            catalog.ambiguity(name).ifPresent(problem -> events.accept(new Warning(problem)));
            named.put(name, catalog.function(name));
        });
        List<Problem> unknown = named.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> unknown(entry.getKey(), all))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidOptionException(unknown);
        }
        Set<String> ids = new LinkedHashSet<>();
        named.values().forEach(function -> ids.add(function.orElseThrow().id()));
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
