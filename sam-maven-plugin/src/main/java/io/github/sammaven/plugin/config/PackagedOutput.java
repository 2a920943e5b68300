package io.github.sammaven.plugin.config;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The packaged template on disk, in one of two formats; never in both, as a later goal could not tell which is meant.
 *
 * @param folder where it lies
 */
public record PackagedOutput(SamFolder folder) {

    /** The template that was packaged last; may be absent. */
    public Path latest() {
        Path json = folder.packagedJson();
        return Files.exists(json) ? json : folder.packagedTemplate();
    }

    /**
     * Where a run is to write it. What an earlier run has left in the other format goes.
     *
     * @throws SamException if that cannot be removed
     */
    public Path next(boolean json) {
        Path other = json ? folder.packagedTemplate() : folder.packagedJson();
        try {
            Files.deleteIfExists(other);
        } catch (IOException failure) {
            throw new SamException(other + " cannot be removed: " + failure.getMessage(), "", failure);
        }
        return json ? folder.packagedJson() : folder.packagedTemplate();
    }
}
