package io.github.sammaven.core.build.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A temporary folder a tool may write to; gone with everything in it when it is closed. */
public final class ScratchFolder implements AutoCloseable {

    private final Path folder;

    private ScratchFolder(Path folder) {
        this.folder = folder;
    }

    public static ScratchFolder create() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("sam-build-").toRealPath());
    }

    /** A new empty folder in it. */
    public Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Copies a folder; {@code wanted} as in {@link #mirror(Collection, FolderContent, Predicate)}. */
    public Path copy(Path folder, FolderContent content, Predicate<String> wanted) throws IOException {
        return mirror(List.of(folder), content, wanted).get(0);
    }

    /**
     * Copies folders and files so that each has the same place relative to the others as its original: {@code ../shared} still
     * leads from one to the other.
     *
     * @param originals absolute folders and files on one file system root
     * @param wanted which files are copied, by name in their folder; files given by themselves always are
     * @return the copies in the order of the originals
     */
    public List<Path> mirror(Collection<Path> originals, FolderContent content, Predicate<String> wanted)
            throws IOException {
        Path common = originals.stream().reduce(ScratchFolder::commonFolder).orElseThrow();
        Path top = newFolder("sources");
        Map<String, Path> files = new TreeMap<>();
        List<Path> copies = new ArrayList<>();
        for (Path original : originals) {
            Path copy = top.resolve(common.relativize(original).toString());
            if (Files.isRegularFile(original)) {
                files.put(nameIn(top, copy), original);
                copies.add(copy);
                continue;
            }
            Files.createDirectories(copy);
            content.of(original, wanted).forEach((name, file) -> files.put(nameIn(top, copy.resolve(name)), file));
            copies.add(copy);
        }
        new ContentMirror().write(ArtifactLayout.of(files), top);
        return copies;
    }

    private static String nameIn(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static Path commonFolder(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common)) {
            common = common.getParent();
        }
        return common;
    }

    @Override
    public void close() throws IOException {
        new FolderRemoval().remove(folder);
    }
}
