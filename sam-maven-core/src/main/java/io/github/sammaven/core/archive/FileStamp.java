package io.github.sammaven.core.archive;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether a file was written to since it was last looked at.
 *
 * @param modified its time of modification, ns since 1970; copies and archivers may set it to anything
 * @param changed when content, name or rights were last changed, ns since 1970, which nobody can set; 0 where the file
 *     system does not keep it
 */
public record FileStamp(long modified, long changed) {

    /** Of a file that was not looked at. */
    static final FileStamp NONE = new FileStamp(0, 0);

    /** Ticks of the kernels in use are 1 to 10 ms apart. */
    private static final long TICK = 20_000_000;

    /** FAT keeps even seconds. */
    private static final long COARSE_TICK = 2_000_000_000;

    private static final long MILLISECOND = 1_000_000;

    static FileStamp of(FileTime modified, FileTime changed) {
        return new FileStamp(modified.to(TimeUnit.NANOSECONDS), changed.to(TimeUnit.NANOSECONDS));
    }

    boolean isKnown() {
        return modified != 0 || changed != 0;
    }

    /**
     * Whether a file that is read from {@code reading} on and written to afterwards gets another stamp: within one tick
     * of the clock of the file system it would keep this one.
     */
    boolean isSettled(Instant reading) {
        long time = changed == 0 ? modified : changed;
        long tick = time % MILLISECOND == 0 ? COARSE_TICK : TICK;
        long now = TimeUnit.SECONDS.toNanos(reading.getEpochSecond()) + reading.getNano();
        return isKnown() && time < now - tick;
    }
}
