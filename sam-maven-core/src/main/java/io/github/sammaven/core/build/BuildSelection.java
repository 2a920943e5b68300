package io.github.sammaven.core.build;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which functions and layers are built.
 *
 * @param resource a function, which takes its layers along, or a layer; empty for all. By id, logical id or name
 * @param exclude ids or logical ids of those that are not, whatever else is said
 */
public record BuildSelection(Optional<String> resource, List<String> exclude) {

    public static final BuildSelection ALL = new BuildSelection(Optional.empty(), List.of());

    public BuildSelection {
        exclude = List.copyOf(exclude);
    }

    public boolean isAll() {
        return resource.isEmpty() && exclude.isEmpty();
    }

    /**
     * Ids of those to build.
     *
     * @throws InvalidOptionException if the template has no such function or layer
     */
    Set<String> of(FunctionCatalog catalog) {
        Set<String> ids =
                new LinkedHashSet<>(resource.map(name -> named(name, catalog)).orElseGet(() -> catalog.ids()));
        ids.removeIf(id -> exclude.contains(id) || exclude.contains(id.substring(id.lastIndexOf('/') + 1)));
        return ids;
    }

    /** Names to leave out that no function or layer has. */
    public List<String> excludedInVain(FunctionCatalog catalog) {
        List<String> vain = new ArrayList<>(exclude);
        for (String id : catalog.ids()) {
            vain.remove(id);
            vain.remove(id.substring(id.lastIndexOf('/') + 1));
        }
        vain.removeAll(catalog.excluded());
        return vain;
    }

    private static Set<String> named(String name, FunctionCatalog catalog) {
        Optional<LambdaFunction> function = catalog.function(name);
        if (function.isPresent()) {
            Set<String> ids = new LinkedHashSet<>(List.of(function.get().id()));
            function.get().layers().stream()
                    .filter(LayerReference.InTemplate.class::isInstance)
                    .map(layer -> ((LayerReference.InTemplate) layer).id())
                    .forEach(ids::add);
            return ids;
        }
        return catalog.layers().stream()
                .filter(layer -> layer.id().equals(name) || layer.logicalId().equals(name))
                .findFirst()
                .map(layer -> Set.of(layer.id()))
                .orElseThrow(() -> unknown(name, catalog.ids()));
    }

    private static InvalidOptionException unknown(String name, Set<String> all) {
        String near = NearestName.suggestion(name, all);
        return new InvalidOptionException(
                "the template has no function or layer '" + name + "'",
                near.isEmpty() ? "it has " + String.join(", ", all) : near);
    }
}
