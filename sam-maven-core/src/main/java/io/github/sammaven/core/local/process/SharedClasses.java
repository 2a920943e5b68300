package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Class-data sharing: archives of the classes that AWS's client needs in any function, so that a JVM maps them instead of
 * reading and verifying them. Whatever goes wrong here costs speed and nothing else.
 *
 * <p>An archive lies in the cache folder under the name of all that it depends on, followed by its size: the JVM ignores
 * one that does not fit, but crashes on one that was cut short.
 */
final class SharedClasses {

    private static final Logger LOG = LoggerFactory.getLogger(SharedClasses.class);

    /** Older ones cannot archive at exit. */
    private static final int FIRST_FEATURE = 17;

    private static final Duration FAILURES_KEPT = Duration.ofDays(1);

    /**
     * Not even a warning of the archive belongs into a function's log. At the address it was made for it is mapped as it
     * is; elsewhere each pointer in it has to be changed first.
     */
    private static final List<String> FLAGS = List.of(
            "-Xlog:cds*=off", "-Xlog:class+path=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    private final Optional<Path> folder;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    /** @param folder for the archives; may not exist yet; empty to do without sharing */
    SharedClasses(Optional<Path> folder) {
        this.folder = folder.map(Path::toAbsolutePath);
    }

    /** Flags for every JVM that makes or uses an archive. */
    static List<String> commonFlags() {
        return FLAGS;
    }

    /** The flags that let a JVM use its archive; none if there is no archive. */
    List<String> flags(ClassArchive archive) {
        return folder.flatMap(cache -> find(cache, archive))
                .map(file -> Stream.concat(Stream.of("-XX:SharedArchiveFile=" + file), FLAGS.stream())
                        .toList())
                .orElse(List.of());
    }

    /** Has a missing archive made, by a process of its own that may outlive us. */
    void prepare(ClassArchive archive) {
        if (folder.isEmpty() || archive.java().feature() < FIRST_FEATURE || !archive.isPossible()) {
            return;
        }
        String name = name(archive);
        if (!prepared.add(name) || find(folder.get(), archive).isPresent()) {
            return;
        }
        Path target = folder.get().resolve(name);
        try {
            Files.createDirectories(folder.get());
            if (hasFailed(folder.get().resolve(name + ".failed"))) {
                LOG.debug("Java functions start slower: the last attempt to make {} failed", target);
            } else {
                new ClassTraining(archive, target).start();
            }
        } catch (IOException | SamException e) {
            LOG.debug("Java functions start slower: no class archive can be made in {}", folder.get(), e);
        }
    }

    private static boolean hasFailed(Path mark) throws IOException {
        return Files.exists(mark)
                && Files.getLastModifiedTime(mark)
                        .toInstant()
                        .isAfter(Instant.now().minus(FAILURES_KEPT));
    }

    private static Optional<Path> find(Path cache, ClassArchive archive) {
        String start = name(archive) + "-";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(cache, start + "*.jsa")) {
            for (Path file : files) {
                String size = file.getFileName().toString().substring(start.length());
                if (size.equals(Files.size(file) + ".jsa")) {
                    return Optional.of(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Java functions start slower: no class archive in {}", cache);
        }
        return Optional.empty();
    }

    private static String name(ClassArchive archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(archive.identity().getBytes(StandardCharsets.UTF_8));
            return "classes-" + archive.java().feature() + "-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
