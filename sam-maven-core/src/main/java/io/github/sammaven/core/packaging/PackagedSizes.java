package io.github.sammaven.core.packaging;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.size.CodeSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How large packaged functions are. */
public final class PackagedSizes {

    private final Map<String, PackagedArchive> byUser = new HashMap<>();

    public PackagedSizes(List<PackagedArchive> archives) {
        archives.forEach(archive -> archive.users().forEach(user -> byUser.put(user, archive)));
    }

    /** Those of {@code functions} that were packaged, in their order. */
    public List<CodeSize> of(List<LambdaFunction> functions) {
        return functions.stream()
                .filter(function -> byUser.containsKey(function.id()))
                .map(this::of)
                .toList();
    }

    private CodeSize of(LambdaFunction function) {
        PackagedArchive archive = byUser.get(function.id());
        long layers = function.layers().stream()
                .filter(LayerReference.InTemplate.class::isInstance)
                .map(layer -> byUser.get(((LayerReference.InTemplate) layer).id()))
                .filter(Objects::nonNull)
                .mapToLong(PackagedArchive::unzippedBytes)
                .sum();
        return new CodeSize(function.id(), function.mark(), archive.archiveBytes(), archive.entries(), layers);
    }
}
