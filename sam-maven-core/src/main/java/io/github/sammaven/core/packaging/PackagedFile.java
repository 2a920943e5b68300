package io.github.sammaven.core.packaging;

import io.github.sammaven.core.report.ArtifactPackaged;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that is where it belongs as it is: a definition, a licence, a script, the template of a nested stack.
 *
 * @param users ids of what names it, in template order
 * @param source its path as it is written
 * @param file on disk
 * @param key its key in the bucket, also where nothing was uploaded
 * @param bytes its size
 * @param outcome what had to be done
 */
public record PackagedFile(
        List<String> users, String source, Path file, String key, long bytes, ArtifactPackaged.Outcome outcome) {

    public PackagedFile {
        users = List.copyOf(users);
    }
}
