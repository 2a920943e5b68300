package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function's code and layers as folders.
 *
 * @param code what is {@code /var/task} in Lambda
 * @param layers what is merged into {@code /opt} in Lambda, in template order
 */
record TaskRoot(Path code, List<Path> layers) {

    TaskRoot {
        layers = List.copyOf(layers);
    }

    /** Folders are used where they are; archives are unpacked into {@code scratch}. */
    static TaskRoot of(LocalFunction function, Scratch scratch) throws IOException {
        Path code = folder(function.code(), scratch.folder().resolve("task"));
        List<Path> layers = new ArrayList<>();
        for (Path layer : function.layers()) {
            layers.add(folder(layer, scratch.folder().resolve("layer" + layers.size())));
        }
        return new TaskRoot(code.toAbsolutePath(), layers);
    }

    /** The layers' folders named {@code inLayer} that exist, later layers first, as they win when merged. */
    List<Path> inLayers(String inLayer) {
        List<Path> found = new ArrayList<>();
        for (Path layer : layers) {
            Path folder = layer.resolve(inLayer);
            if (Files.isDirectory(folder)) {
                found.add(0, folder.toAbsolutePath());
            }
        }
        return found;
    }

    private static Path folder(Path path, Path unpacked) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        try (FileSystem zip = FileSystems.newFileSystem(path, Map.of("enablePosixFileAttributes", "true"))) {
            for (Path root : zip.getRootDirectories()) {
                try (Stream<Path> entries = Files.walk(root)) {
                    for (Path entry : (Iterable<Path>) entries::iterator) {
                        unpack(entry, unpacked.resolve(root.relativize(entry).toString()));
                    }
                }
            }
        }
        return unpacked;
    }

    private static void unpack(Path entry, Path target) throws IOException {
        if (Files.isDirectory(entry)) {
            Files.createDirectories(target);
            return;
        }
        Files.copy(entry, target);
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions =
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            permissions.addAll(Files.getPosixFilePermissions(entry));
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
