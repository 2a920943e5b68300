package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.packaging.PackagedArchive;
import io.github.sammaven.core.packaging.PackagedFile;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackagingSummaryTest {

    private static final Template TEMPLATE =
            new Template(MappingNode.builder().build(), Path.of("template.yaml"), TemplateFormat.YAML, List.of());

    private static PackagedArchive archive(Outcome outcome) {
        return new PackagedArchive(List.of("F"), "f", Path.of("f.zip"), "key", "hash", 1, 2, List.of(), outcome);
    }

    private static PackagedFile file(Outcome outcome) {
        return new PackagedFile(List.of("A"), "a.yaml", Path.of("a.yaml"), "key", 1, outcome);
    }

    private static PackagedTemplate packaged(
            List<PackagedArchive> archives, List<PackagedFile> files, List<PackagedFile> nested) {
        return new PackagedTemplate(TEMPLATE, archives, files, nested);
    }

    @Test
    void archivesAloneAreCalledArchives() {
        PackagedTemplate packaged =
                packaged(List.of(archive(Outcome.UPLOADED), archive(Outcome.UNCHANGED)), List.of(), List.of());

        assertThat(new PackagingSummary(packaged, Optional.of("b")).line())
                .isEqualTo("1 of 2 archives uploaded to s3://b");
    }

    @Test
    void filesAndNestedTemplatesCountAsArtifacts() {
        PackagedTemplate packaged = packaged(
                List.of(archive(Outcome.UNCHANGED)),
                List.of(file(Outcome.UPLOADED)),
                List.of(file(Outcome.UPLOADED), file(Outcome.UNCHANGED)));

        assertThat(new PackagingSummary(packaged, Optional.of("b")).line())
                .isEqualTo("2 of 4 artifacts uploaded to s3://b");
    }

    @Test
    void withoutABucketItIsToldWhatWasMade() {
        PackagedTemplate one = packaged(List.of(archive(Outcome.LOCAL)), List.of(), List.of());
        PackagedTemplate all = packaged(
                List.of(archive(Outcome.LOCAL), archive(Outcome.LOCAL)),
                List.of(file(Outcome.LOCAL)),
                List.of(file(Outcome.LOCAL), file(Outcome.LOCAL)));

        assertThat(new PackagingSummary(one, Optional.empty()).line())
                .isEqualTo("1 archive packaged, nothing uploaded");
        assertThat(new PackagingSummary(all, Optional.empty()).line())
                .isEqualTo("2 archives, 1 file, 2 nested templates packaged, nothing uploaded");
    }
}
