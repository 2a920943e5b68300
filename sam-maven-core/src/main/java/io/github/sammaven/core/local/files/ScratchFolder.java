package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that goes away when it is closed, when the JVM ends, or, after a kill, with the next run. */
public final class ScratchFolder implements AutoCloseable {

    private static final String PREFIX = "sam-local-";

    private final Path path;
    private final Thread removal;

    private ScratchFolder(Path path) {
        this.path = path;
        this.removal = new Thread(() -> remove(path), "sam-local-scratch-removal");
        Runtime.getRuntime().addShutdownHook(removal);
    }

    /** Makes one. */
    public static ScratchFolder open() throws IOException {
        return new ScratchFolder(
                Files.createTempDirectory(PREFIX + OwningProcess.current().text() + "-"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Removes it; links in it are removed, not followed. */
    @Override
    public void close() {
        remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException stopping) {
            // The JVM is being stopped, and the hook does the same.
            return;
        }
    }

    /** Removes what processes that are gone have left behind. */
    public static void removeAbandoned() {
        Path home = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString().substring(PREFIX.length());
                int end = name.lastIndexOf('-');
                if (end > 0
                        && OwningProcess.parse(name.substring(0, end))
                                .filter(OwningProcess::isGone)
                                .isPresent()) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            // Nobody waits for this: the system cleans its temporary folder itself, later.
            return;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is still open elsewhere stays for the system's own cleaning of temporary files.
            return;
        }
    }
}
