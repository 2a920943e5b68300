package io.github.sammaven.core.local.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads files and folders. A file is read again only if its size or time has changed. */
final class ContentReader {

    private static final Set<String> TOOL_FOLDERS = Set.of(".git", ".aws-sam");

    private final Path leftOut;
    private final Map<Path, Known> known = new HashMap<>();

    /** The content of a file as it was last read. */
    private record Known(long size, FileTime modified, byte[] hash) {}

    /** @param leftOut a folder that is never looked into when it lies inside of another */
    ContentReader(Path leftOut) {
        this.leftOut = leftOut;
    }

    /** Empty if one of them is not there, or vanished while it was read. */
    Optional<Fingerprint> of(Collection<Path> roots) {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path root : roots) {
                add(root, files);
            }
            MessageDigest all = sha256();
            files.forEach((name, hash) -> {
                all.update(name.getBytes(StandardCharsets.UTF_8));
                all.update((byte) 0);
                all.update(hash);
            });
            return Optional.of(new Fingerprint(files.keySet(), HexFormat.of().formatHex(all.digest())));
        } catch (IOException | UncheckedIOException changing) {
            return Optional.empty();
        }
    }

    private void add(Path root, Map<String, byte[]> files) throws IOException {
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && isLeftOut(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isRegularFile()) {
                            files.put(file.toString(), hash(file, attributes));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private boolean isLeftOut(Path folder) {
        return folder.equals(leftOut)
                || TOOL_FOLDERS.contains(folder.getFileName().toString());
    }

    private byte[] hash(Path file, BasicFileAttributes attributes) throws IOException {
        Known before = known.get(file);
        if (before != null
                && before.size() == attributes.size()
                && before.modified().equals(attributes.lastModifiedTime())) {
            return before.hash();
        }
        MessageDigest digest = sha256();
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        byte[] hash = digest.digest();
        known.put(file, new Known(attributes.size(), attributes.lastModifiedTime(), hash));
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
