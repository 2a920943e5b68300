package io.github.sammaven.core.packaging;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.report.ArtifactPackaged;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive that is where it belongs.
 *
 * @param users ids of the resources that use it, behind the path of their stack if that is nested; in template order
 * @param source the folder or file it was made from, as shown
 * @param file the archive on disk
 * @param key its key in the bucket, also where nothing was uploaded
 * @param sha256 hex SHA-256 of the archive on disk; what is in the bucket under the same key has the same content, but
 *     other bytes if SAM CLI uploaded it
 * @param archiveBytes size of the archive
 * @param unzippedBytes size of its content
 * @param entries what is in it
 * @param outcome what had to be done
 */
public record PackagedArchive(
        List<String> users,
        String source,
        Path file,
        String key,
        String sha256,
        long archiveBytes,
        long unzippedBytes,
        List<ArchiveEntry> entries,
        ArtifactPackaged.Outcome outcome) {

    public PackagedArchive {
        users = List.copyOf(users);
        entries = List.copyOf(entries);
    }
}
