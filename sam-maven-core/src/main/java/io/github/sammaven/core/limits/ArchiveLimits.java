package io.github.sammaven.core.limits;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Archives of code against the Lambda quotas. */
public final class ArchiveLimits {

    private static final int SHOWN = 10;
    private static final double MEGABYTE = 1024 * 1024;

    /**
     * Whether a function fits, unzipped.
     *
     * @param logicalId the function or layer
     * @param mark where it is in the template
     * @param entries the files of its archive
     * @param layerBytes unzipped size of its layers, as far as it is known
     */
    public Optional<Problem> unzipped(String logicalId, SourceMark mark, List<ArchiveEntry> entries, long layerBytes) {
        Quota quota = Quotas.UNZIPPED_CODE;
        long code = entries.stream().mapToLong(ArchiveEntry::size).sum();
        if (!quota.isExceededBy(code + layerBytes)) {
            return Optional.empty();
        }
        String actual = megabytes(code + layerBytes);
        String limit = megabytes(quota.value());
        if (actual.equals(limit)) {
            actual = quota.amount(code + layerBytes);
            limit = quota.amount(quota.value());
        }
        String layers = layerBytes == 0 ? "" : ", " + megabytes(layerBytes) + " of it in layers,";
        String biggest = entries.stream()
                .sorted(Comparator.comparingLong(ArchiveEntry::size).reversed().thenComparing(ArchiveEntry::name))
                .limit(SHOWN)
                .map(entry -> "%10s  %s".formatted(megabytes(entry.size()), entry.name()))
                .collect(Collectors.joining("\n"));
        return Optional.of(Problem.error(
                mark,
                "%s: %s unzipped%s is over the limit of %s".formatted(logicalId, actual, layers, limit),
                "The biggest files are\n" + biggest + "\n" + quota.shownSource()));
    }

    /** Whether an archive can go to the Lambda API as it is; a larger one must go through S3. */
    public boolean fitsDirectUpload(long zipBytes) {
        return !Quotas.DIRECT_UPLOAD.isExceededBy(zipBytes);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
