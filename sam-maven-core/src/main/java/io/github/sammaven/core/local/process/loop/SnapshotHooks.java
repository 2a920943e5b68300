package io.github.sammaven.core.local.process.loop;

import com.amazonaws.services.lambda.crac.Core;
import java.io.IOException;

/** What a function wants to be done before a snapshot is taken of it, and after it was restored. */
final class SnapshotHooks {

    /** The exit status of AWS's client when a hook fails. */
    private static final int FAILED = 64;

    private SnapshotHooks() {}

    /** Runs them; between the two the Runtime API lets us wait. */
    static void run(HttpCalls api) throws IOException {
        try {
            Core.getGlobalContext().beforeCheckpoint(null);
        } catch (Exception | LinkageError e) {
            if (!isOfTheNameCache(e)) {
                fail(api, "init/error", "Runtime.BeforeCheckpointError", e);
            }
        }
        HttpCalls.Answer restored = api.get(LoopMain.ROOT + "restore/next");
        if (restored.status() != 200) {
            throw new IOException("the Runtime API answered " + restored.status());
        }
        try {
            Core.getGlobalContext().afterRestore(null);
        } catch (Exception | LinkageError e) {
            fail(api, "restore/error", "Runtime.AfterRestoreError", e);
        }
    }

    /** Behind the hooks, AWS's client clears the JVM's cache of host names with native code that this loop lacks. */
    private static boolean isOfTheNameCache(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return thrown instanceof UnsatisfiedLinkError
                && frames.length > 0
                && frames[0].getClassName().endsWith(".DNSManager");
    }

    private static void fail(HttpCalls api, String call, String category, Throwable thrown) throws IOException {
        HandlerFailure failure = new HandlerFailure(thrown);
        LoopMain.print(failure);
        api.post(LoopMain.ROOT + call, LoopMain.errorHeader(category), ErrorJson.of(failure));
        System.exit(FAILED);
    }
}
