package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * SHA-256 of files, remembered from run to run by what the file system says of them: a file that has not changed is not
 * read. A file that was changed just before it was read may change again without a trace, so it is read once more in the
 * next run. For several threads.
 */
public final class FileHashes {

    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * What is known of a file.
     *
     * @param stamp of the file when it was read
     * @param readAt when that was, ns since 1970
     * @param sha256 of its content, hex
     */
    record Known(FileStamp stamp, long readAt, String sha256) {

        boolean holdsFor(FileStamp now) {
            return stamp.equals(now) && stamp.isSettledAt(readAt);
        }
    }

    private final FileHashStore store;
    private final Clock clock;
    private final Map<Path, Known> known;
    private final Map<Path, Known> seen = new ConcurrentHashMap<>();

    /** @param file what is remembered; a missing or damaged one is as good as an empty one */
    public FileHashes(Path file) {
        this(file, Clock.systemUTC());
    }

    FileHashes(Path file, Clock clock) {
        this.store = new FileHashStore(file);
        this.clock = clock;
        this.known = store.read();
    }

    /** Hex SHA-256 of the content; read at most once by this object. */
    String sha256(Path file) throws IOException {
        return known(file).sha256();
    }

    private Known known(Path file) throws IOException {
        Known before = seen.get(file);
        if (before != null) {
            return before;
        }
        FileStamp stamp = FileStamp.of(file);
        Known remembered = known.get(file);
        Known now = remembered != null && remembered.holdsFor(stamp) ? remembered : read(file, stamp);
        seen.put(file, now);
        return now;
    }

    private Known read(Path file, FileStamp stamp) throws IOException {
        long readAt = now();
        Digest digest = new Digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.addRaw(buffer, read);
            }
        }
        return new Known(stamp, readAt, digest.hex());
    }

    private long now() {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** Remembers what was learned for the next run; files that are gone are forgotten. */
    public void save() throws IOException {
        if (known.entrySet().containsAll(seen.entrySet())) {
            return;
        }
        known.keySet().removeIf(file -> !seen.containsKey(file) && !Files.exists(file));
        known.putAll(seen);
        store.write(known);
    }
}
