package io.github.sammaven.core.size;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How large the code of a function is.
 *
 * @param logicalId the function
 * @param mark where it is in the template
 * @param zippedBytes size of its archive
 * @param unzippedBytes size of the archive's files
 * @param layerBytes unzipped size of its layers, as far as it is known
 * @param biggest the largest files, ten at most, by falling size
 * @param growthBytes by how much the archive grew since the last run, negative if it shrank; empty if that is not known
 */
public record FunctionSize(
        String logicalId,
        SourceMark mark,
        long zippedBytes,
        long unzippedBytes,
        long layerBytes,
        List<ArchiveEntry> biggest,
        OptionalLong growthBytes) {

    private static final int SHOWN = 10;
    private static final Comparator<ArchiveEntry> BY_SIZE =
            Comparator.comparingLong(ArchiveEntry::size).reversed().thenComparing(ArchiveEntry::name);

    public FunctionSize {
        biggest = List.copyOf(biggest);
    }

    static FunctionSize of(CodeSize size, SizeHistory.Sizes before) {
        return new FunctionSize(
                size.logicalId(),
                size.mark(),
                size.zippedBytes(),
                size.entries().stream().mapToLong(ArchiveEntry::size).sum(),
                size.layerBytes(),
                size.entries().stream().sorted(BY_SIZE).limit(SHOWN).toList(),
                before.growth(size.logicalId(), size.zippedBytes()));
    }

    /** What the function unpacks, its layers with it. */
    public long totalBytes() {
        return unzippedBytes + layerBytes;
    }

    /** The part of Lambda's limit of {@link Quotas#UNZIPPED_CODE} that is used; 1 is all of it. */
    public double shareOfLimit() {
        return (double) totalBytes() / Quotas.UNZIPPED_CODE.value();
    }
}
