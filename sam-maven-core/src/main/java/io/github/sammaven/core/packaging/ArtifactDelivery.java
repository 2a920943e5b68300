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
        try {
            return artifact.content() instanceof Content.Zipped zipped
                    ? deliver(artifact, zipped.source())
                    : deliver(artifact, ((Content.AsIs) artifact.content()).path());
        } catch (IOException failure) {
            throw new SamException(
                    "the archive of " + String.join(", ", artifact.userIds()) + " cannot be written: "
                            + failure.getMessage(),
                    "",
                    failure);
        }
    }

    private Delivered deliver(Artifact artifact, ArchiveSource source) throws IOException {
        long start = System.nanoTime();
        KeptArchive kept = source.kept(folder);
        String key = options.key(artifact.name());
        PackagedArchive archive = new PackagedArchive(
                artifact.userIds(),
                artifact.shownSource(),
                kept.file(),
                key,
                kept.sha256(),
                kept.bytes(),
                source.unzippedBytes(),
                source.entries(),
                outcome(key, kept.file()));
        return new Delivered(kept.file(), objects(artifact, key), Optional.of(archive), Optional.empty(), since(start));
    }

    private Delivered deliver(Artifact artifact, Path file) throws IOException {
        long start = System.nanoTime();
        String key = options.key(artifact.name());
        PackagedFile asIs = new PackagedFile(
                artifact.userIds(), artifact.shownSource(), file, key, Files.size(file), outcome(key, file));
        return new Delivered(file, objects(artifact, key), Optional.empty(), Optional.of(asIs), since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Outcome outcome(String key, Path file) {
        return services.store().map(store -> upload(store, key, file)).orElse(Outcome.LOCAL);
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
