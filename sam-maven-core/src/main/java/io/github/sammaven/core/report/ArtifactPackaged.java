package io.github.sammaven.core.report;

import java.time.Duration;
import java.util.List;

/**
 * An archive, or a file that is taken as it is, is where it belongs.
 *
 * @param users ids of the resources that use it, in template order
 * @param source the folder or file it was made from, as shown
 * @param archiveBytes size of the archive or file
 * @param unzippedBytes size of the archive's content; 0 if it is none
 * @param outcome what had to be done
 * @param took time spent zipping and uploading
 */
public record ArtifactPackaged(
        List<String> users, String source, long archiveBytes, long unzippedBytes, Outcome outcome, Duration took)
        implements SamEvent {

    public ArtifactPackaged {
        users = List.copyOf(users);
    }

    /** What happened to an archive. */
    public enum Outcome {
        UPLOADED,
        /** The bucket has it already. */
        UNCHANGED,
        /** Uploading is switched off; the archive stays on disk. */
        LOCAL
    }
}
