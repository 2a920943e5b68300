package io.github.sammaven.core.packaging;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.limits.ArchiveLimits;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
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
            layersOf.put(function.id(), layers);
        }
    }

    /** @param problems receives what is too big */
    void check(List<Artifact> artifacts, List<Problem> problems) {
        Map<String, Code> byId = new HashMap<>();
        List<Code> all = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            for (LocalReference user : artifact.users()) {
                if (user.kind() == ArtifactKind.CODE && artifact.archive().isPresent()) {
                    Code code = new Code(user, artifact.archive().get());
                    all.add(code);
                    byId.put(user.id(), code);
                }
            }
        }
        for (Code code : all) {
            List<Code> layers = layersOf.getOrDefault(code.user().id(), List.of()).stream()
                    .filter(byId::containsKey)
                    .map(byId::get)
                    .toList();
            check(code, layers).ifPresent(problems::add);
        }
    }

    /** The code of one function or layer. */
    private record Code(LocalReference user, ArchiveSource source) {}

    /** A layer that is too big by itself is reported once, and not again with each function that uses it. */
    private Optional<Problem> check(Code code, List<Code> layers) {
        boolean layerToBlame =
                layers.stream().anyMatch(layer -> unzipped(layer, 0).isPresent());
        long layerBytes = layers.stream()
                .mapToLong(layer -> layer.source().unzippedBytes())
                .sum();
        return unzipped(code, layerToBlame ? 0 : layerBytes);
    }

    private Optional<Problem> unzipped(Code code, long layerBytes) {
        return limits.unzipped(
                code.user().id(), code.user().mark(), code.source().entries(), layerBytes);
    }
}
