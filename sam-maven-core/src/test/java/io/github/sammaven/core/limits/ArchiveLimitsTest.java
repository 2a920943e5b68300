package io.github.sammaven.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveLimitsTest {

    private final ArchiveLimits limits = new ArchiveLimits();

    @Test
    void acceptsCodeAndLayersOfExactlyTheLimit() {
        assertThat(limits.unzipped("F", SourceMark.NONE, List.of(new ArchiveEntry("a", 262_143_000)), 1_000))
                .isEmpty();
    }

    @Test
    void listsTheTenBiggestFilesWhenTheCodeIsTooLarge() {
        List<ArchiveEntry> entries = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new ArchiveEntry("lib/" + number + ".jar", number * 4_194_304L))
                .toList();
        var problem = limits.unzipped("F", SourceMark.NONE, entries, 1_048_576).orElseThrow();
        assertThat(problem.message())
                .isEqualTo("F: 313.0 MB unzipped, 1.0 MB of it in layers, is over the limit of 250.0 MB");
        assertThat(problem.suggestion().lines().skip(1).limit(10))
                .hasSize(10)
                .first()
                .asString()
                .isEqualTo("   48.0 MB  lib/12.jar");
        assertThat(problem.suggestion()).doesNotContain("lib/2.jar");
    }

    @Test
    void showsBytesWhenMegabytesWouldBeTheSame() {
        var problem = limits.unzipped("F", SourceMark.NONE, List.of(new ArchiveEntry("a", 262_144_001)), 0)
                .orElseThrow();
        assertThat(problem.message()).isEqualTo("F: 262,144,001 bytes unzipped is over the limit of 262,144,000 bytes");
    }

    @Test
    void sendsAnArchiveOverFiftyMegabytesThroughS3() {
        assertThat(limits.fitsDirectUpload(52_428_800)).isTrue();
        assertThat(limits.fitsDirectUpload(52_428_801)).isFalse();
    }
}
