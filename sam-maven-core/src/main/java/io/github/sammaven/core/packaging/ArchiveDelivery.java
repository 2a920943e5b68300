package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.archive.KeptArchive;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes an archive and brings it where it belongs. */
final class ArchiveDelivery {

    private final Optional<ArtifactStore> store;
    private final PackageOptions options;
    private final ArchiveFolder folder;

    /** @param folder where archives are kept on this machine */
    ArchiveDelivery(Optional<ArtifactStore> store, PackageOptions options, Path folder) {
        this.store = store;
        this.options = options;
        this.folder = new ArchiveFolder(folder);
    }

    record Delivered(List<LocalReference> users, PackagedArchive archive, Duration took) {

        ArtifactPackaged event() {
            return new ArtifactPackaged(
                    archive.users(),
                    archive.source(),
                    archive.archiveBytes(),
                    archive.unzippedBytes(),
                    archive.outcome(),
                    took);
        }
    }

    Delivered deliver(Archive archive) {
        long start = System.nanoTime();
        try {
            KeptArchive kept = archive.source().kept(folder);
            String key = options.key(archive.hash());
            PackagedArchive packaged = new PackagedArchive(
                    archive.userIds(),
                    archive.shownSource(),
                    kept.file(),
                    key,
                    kept.sha256(),
                    kept.bytes(),
                    archive.source().unzippedBytes(),
                    store.map(target -> upload(target, key, kept.file())).orElse(Outcome.LOCAL));
            return new Delivered(archive.users(), packaged, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new SamException(
                    "the archive of " + String.join(", ", archive.userIds()) + " cannot be written: "
                            + failure.getMessage(),
                    "",
                    failure);
        }
    }

    /** To be called when all are delivered. */
    void removeUnused() {
        folder.removeUnused();
    }

    private Outcome upload(ArtifactStore target, String key, Path file) {
        if (!options.forceUpload() && target.contains(key)) {
            return Outcome.UNCHANGED;
        }
        target.put(key, file);
        return Outcome.UPLOADED;
    }
}
