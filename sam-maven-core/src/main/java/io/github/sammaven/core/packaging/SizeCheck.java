package io.github.sammaven.core.packaging;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.limits.ArchiveLimits;
import io.github.sammaven.core.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a function unpacks, its own code and the layers of the same template, against Lambda's limit. Layers that
 * are published elsewhere count too, but their size is not known here.
 */
final class SizeCheck {

    private final ArchiveLimits limits = new ArchiveLimits();
    private final Map<String, List<String>> layersOf = new HashMap<>();

    SizeCheck(List<LambdaFunction> functions) {
        for (LambdaFunction function : functions) {
            List<String> layers = function.layers().stream()
                    .filter(LayerReference.InTemplate.class::isInstance)
                    .map(layer -> ((LayerReference.InTemplate) layer).id())
                    .toList();
            layersOf.put(function.logicalId(), layers);
        }
    }

    /** @param problems receives what is too big */
    void check(List<Archive> archives, List<Problem> problems) {
        Map<String, Archive> byId = new HashMap<>();
        archives.forEach(archive -> archive.userIds().forEach(id -> byId.put(id, archive)));
        for (Archive archive : archives) {
            for (LocalReference user : archive.users()) {
                List<Archive> layers = layersOf.getOrDefault(user.logicalId(), List.of()).stream()
                        .filter(byId::containsKey)
                        .map(byId::get)
                        .toList();
                check(user, archive, layers).ifPresent(problems::add);
            }
        }
    }

    /** A layer that is too big by itself is reported once, and not again with each function that uses it. */
    private Optional<Problem> check(LocalReference user, Archive archive, List<Archive> layers) {
        boolean layerToBlame = layers.stream()
                .anyMatch(layer -> unzipped(layer.users().get(0), layer, 0).isPresent());
        long layerBytes = layers.stream()
                .mapToLong(layer -> layer.source().unzippedBytes())
                .sum();
        return unzipped(user, archive, layerToBlame ? 0 : layerBytes);
    }

    private Optional<Problem> unzipped(LocalReference user, Archive archive, long layerBytes) {
        return limits.unzipped(user.logicalId(), user.mark(), archive.source().entries(), layerBytes);
    }
}
