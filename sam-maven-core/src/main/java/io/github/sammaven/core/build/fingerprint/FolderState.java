package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder as it is on disk, told without reading a file.
 *
 * @param stamp differs as soon as a file in it is written, added, removed or renamed
 * @param bytes size of all files
 */
public record FolderState(String stamp, long bytes) {

    /** An absent folder is an empty one. */
    public static FolderState of(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .forEach(path -> files.put(folder.relativize(path).toString(), path));
            }
        }
        Digest digest = new Digest();
        long bytes = 0;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            digest.add(file.getKey());
            bytes += Files.isSymbolicLink(file.getValue())
                    ? addLink(file.getValue(), digest)
                    : addFile(file.getValue(), digest);
        }
        return new FolderState(digest.hex(), bytes);
    }

    private static long addLink(Path link, Digest digest) throws IOException {
        digest.add(Files.readSymbolicLink(link).toString());
        return Files.isRegularFile(link) ? Files.size(link) : 0;
    }

    private static long addFile(Path file, Digest digest) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        digest.add(stamp);
        return stamp.size();
    }
}
