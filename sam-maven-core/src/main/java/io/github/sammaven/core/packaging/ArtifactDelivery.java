package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.archive.KeptArchive;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.packaging.artifact.S3Object;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes an artifact and brings it where it belongs. */
final class ArtifactDelivery {

    private final PackageServices services;
    private final PackageOptions options;
    private final ArchiveFolder folder;

    /** @param folder where archives are kept on this machine */
    ArtifactDelivery(PackageServices services, PackageOptions options, ArchiveFolder folder) {
        this.services = services;
        this.options = options;
        this.folder = folder;
    }

    /**
     * An artifact that is where it belongs.
     *
     * @param file that was uploaded, or is to be named if nothing is
     * @param objects what each user is to name, by its id; empty if nothing is uploaded
     */
    record Delivered(
            Artifact artifact,
            Path file,
            Map<String, S3Object> objects,
            Optional<PackagedArchive> archive,
            Optional<PackagedFile> asIs,
            Duration took) {

        ArtifactPackaged event() {
            return archive.map(made -> new ArtifactPackaged(
                            made.users(),
                            made.source(),
                            made.archiveBytes(),
                            made.unzippedBytes(),
                            made.outcome(),
                            took))
                    .orElseGet(() -> event(asIs.orElseThrow(), took));
        }

        static ArtifactPackaged event(PackagedFile file, Duration took) {
            return new ArtifactPackaged(file.users(), file.source(), file.bytes(), 0, file.outcome(), took);
        }
    }

    Delivered deliver(Artifact artifact) {
        long start = System.nanoTime();
        try {
            Path file = artifact.content().file(folder);
            String key = options.key(artifact.name());
            Optional<PackagedArchive> archive = Optional.empty();
            Optional<PackagedFile> asIs = Optional.empty();
            Outcome outcome =
                    services.store().map(store -> upload(store, key, file)).orElse(Outcome.LOCAL);
            if (artifact.archive().isPresent()) {
                KeptArchive kept = artifact.archive().get().kept(folder);
                archive = Optional.of(new PackagedArchive(
                        artifact.userIds(),
                        artifact.shownSource(),
                        file,
                        key,
                        kept.sha256(),
                        kept.bytes(),
                        artifact.archive().get().unzippedBytes(),
                        artifact.archive().get().entries(),
                        outcome));
            } else {
                asIs = Optional.of(new PackagedFile(
                        artifact.userIds(), artifact.shownSource(), file, key, Files.size(file), outcome));
            }
            Map<String, S3Object> objects = objects(artifact, key);
            return new Delivered(artifact, file, objects, archive, asIs, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new SamException(
                    "the archive of " + String.join(", ", artifact.userIds()) + " cannot be written: "
                            + failure.getMessage(),
                    "",
                    failure);
        }
    }

    private Outcome upload(ArtifactStore target, String key, Path file) {
        if (!options.forceUpload() && target.contains(key)) {
            return Outcome.UNCHANGED;
        }
        target.put(key, file);
        return Outcome.UPLOADED;
    }

    private Map<String, S3Object> objects(Artifact artifact, String key) {
        Map<String, S3Object> objects = new HashMap<>();
        services.store().ifPresent(store -> artifact.userIds().forEach(id -> {
            String signed =
                    artifact.isSigned() ? services.signer().orElseThrow().sign(id, key) : key;
            objects.put(id, new S3Object(store.bucket(), signed, store.url(signed), Optional.empty()));
        }));
        return objects;
    }
}
