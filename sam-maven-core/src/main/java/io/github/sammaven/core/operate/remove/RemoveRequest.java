package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.StackDeletionMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to delete.
 *
 * @param stackName name of the stack
 * @param list file for what is to be deleted after the stack; a run that finds one finishes what it says
 * @param bucket bucket the stack was packaged to; if empty, that of the first artifact its template names
 * @param prefix what comes before the keys; if empty, that of the same artifact
 * @param retention what may stay when it cannot be deleted
 * @param mode how the stack is deleted
 * @param options yes or no
 * @param maxWait how long to wait for the stack
 */
public record RemoveRequest(
        String stackName,
        Path list,
        Optional<String> bucket,
        Optional<String> prefix,
        Retention retention,
        StackDeletionMode mode,
        Options options,
        Duration maxWait) {

    /**
     * @param noPrompts nobody is asked
     * @param endProtection termination protection is switched off first
     * @param failIfAbsent it is a failure that there is no such stack
     * @param emptyBuckets buckets and image repositories of the stack lose what they hold, so that they can go
     * @param wholePrefix all objects below the prefix go, not only what the template names
     */
    public record Options(
            boolean noPrompts,
            boolean endProtection,
            boolean failIfAbsent,
            boolean emptyBuckets,
            boolean wholePrefix) {}
}
