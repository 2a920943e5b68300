package io.github.sammaven.plugin.console;

import io.github.sammaven.core.packaging.PackagedFile;
import io.github.sammaven.core.packaging.PackagedTemplate;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What packaging has done, in one line. */
public final class PackagingSummary {

    private final PackagedTemplate packaged;
    private final Optional<String> bucket;

    /** @param bucket where artifacts went; empty if they stayed on this machine */
    public PackagingSummary(PackagedTemplate packaged, Optional<String> bucket) {
        this.packaged = packaged;
        this.bucket = bucket;
    }

    /** {@code 2 of 3 archives uploaded to s3://bucket}. */
    public String line() {
        return bucket.map(this::uploaded).orElseGet(this::kept);
    }

    private String kept() {
        return Units.count(packaged.archives().size(), "archive")
                + counted(packaged.files(), "file")
                + counted(packaged.nested(), "nested template")
                + " packaged, nothing uploaded";
    }

    private static String counted(List<PackagedFile> files, String name) {
        return files.isEmpty() ? "" : ", " + Units.count(files.size(), name);
    }

    private String uploaded(String target) {
        List<Outcome> others = Stream.concat(packaged.files().stream(), packaged.nested().stream())
                .map(PackagedFile::outcome)
                .toList();
        List<Outcome> all = Stream.concat(
                        packaged.archives().stream().map(archive -> archive.outcome()), others.stream())
                .toList();
        long uploaded = all.stream().filter(Outcome.UPLOADED::equals).count();
        return uploaded + " of " + all.size() + (others.isEmpty() ? " archives" : " artifacts") + " uploaded to s3://"
                + target;
    }
}
