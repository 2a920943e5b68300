package io.github.sammaven.core.build;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** How the work on one artifact, or on several that share a build, has ended. */
record Attempt(List<Finished> finished, Optional<SamException> failure) {

    static Attempt of(String id, Callable<List<Finished>> work) throws Exception {
        try {
            return new Attempt(work.call(), Optional.empty());
        } catch (SamException failed) {
            return new Attempt(List.of(), Optional.of(failed));
        } catch (IOException failed) {
            return new Attempt(
                    List.of(), Optional.of(new SamException(id + " cannot be built: " + reason(failed), "", failed)));
        }
    }

    /** Exceptions of the file system often have a path and no words. */
    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return failed.getClass() == IOException.class && message != null
                ? message
                : failed.getClass().getSimpleName().replaceFirst("Exception$", "") + ": " + message;
    }
}
