package io.github.sammaven.core.packaging;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds what a function unpacks, its own code and the layers of the same template, against Lambda's limit. Layers that
 * are published elsewhere count too, but their size is not known here.
 */
final class SizeCheck {

    /** Lambda quotas, deployment package (zip archive) size, unzipped, with layers and custom runtime: 250 MB. */
    static final long MAX_UNZIPPED_BYTES = 250L * 1024 * 1024;

    private static final int BIGGEST_SHOWN = 10;

    private final Map<String, List<String>> layersOf = new LinkedHashMap<>();

    SizeCheck(List<LambdaFunction> functions) {
        for (LambdaFunction function : functions) {
            List<String> layers = function.layers().stream()
                    .filter(LayerReference.InTemplate.class::isInstance)
                    .map(layer -> ((LayerReference.InTemplate) layer).logicalId())
                    .toList();
            layersOf.put(function.logicalId(), layers);
        }
    }

    /** A file that counts, and the resource it comes with. */
    private record Part(String owner, ArchiveSource.Entry entry) {}

    void check(List<Archive> archives, List<Problem> problems) {
        Map<String, Archive> byId = new LinkedHashMap<>();
        archives.forEach(archive -> archive.userIds().forEach(id -> byId.put(id, archive)));
        archives.forEach(
                archive -> archive.users().forEach(user -> check(user, byId).ifPresent(problems::add)));
    }

    private Optional<Problem> check(LocalReference user, Map<String, Archive> byId) {
        List<String> owners = new ArrayList<>(List.of(user.logicalId()));
        layersOf.getOrDefault(user.logicalId(), List.of()).stream()
                .filter(byId::containsKey)
                .forEach(owners::add);
        boolean layerTooBig = owners.stream().skip(1).anyMatch(layer -> isTooBig(bytes(layer, byId)));
        long total = owners.stream().mapToLong(id -> bytes(id, byId)).sum();
        if (!isTooBig(total) || layerTooBig && !isTooBig(bytes(user.logicalId(), byId))) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                user.mark(),
                user.logicalId() + ": "
                        + megabytes(total) + " unzipped"
                        + (owners.size() == 1 ? "" : " with " + String.join(", ", owners.subList(1, owners.size())))
                        + " is over the limit of " + megabytes(MAX_UNZIPPED_BYTES),
                "The biggest files are\n" + biggest(owners, byId)
                        + "\nSource: Lambda quotas, deployment package size"));
    }

    private static String biggest(List<String> owners, Map<String, Archive> byId) {
        return owners.stream()
                .flatMap(owner -> byId.get(owner).source().entries().stream().map(entry -> new Part(owner, entry)))
                .sorted(Comparator.comparingLong((Part part) -> part.entry().bytes())
                        .reversed()
                        .thenComparing(part -> part.entry().name()))
                .limit(BIGGEST_SHOWN)
                .map(part -> String.format(
                        "%10s  %s (%s)",
                        megabytes(part.entry().bytes()), part.entry().name(), part.owner()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isTooBig(long bytes) {
        return bytes > MAX_UNZIPPED_BYTES;
    }

    private static long bytes(String logicalId, Map<String, Archive> byId) {
        return byId.get(logicalId).source().unzippedBytes();
    }

    /** Rounded up, so that nothing over a limit looks as if it were at it. */
    private static String megabytes(long bytes) {
        double tenths = Math.ceil(bytes * 10 / (1024.0 * 1024));
        return tenths % 10 == 0 ? (long) (tenths / 10) + " MB" : String.format(Locale.ROOT, "%.1f MB", tenths / 10);
    }
}
