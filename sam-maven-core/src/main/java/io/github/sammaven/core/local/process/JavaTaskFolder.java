package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a Java runtime takes its class path from: {@code ./} and {@code ./lib/*.jar}. The jars of layers, which
 * Lambda finds in {@code /opt/java/lib}, have to stand in {@code lib} too, so a function with layers gets a folder of
 * links.
 */
final class JavaTaskFolder {

    /** Sorts after every usual name, as {@code /opt} comes after the function's own jars. */
    private static final String AFTER_OWN_JARS = "~";

    private final TaskRoot root;

    JavaTaskFolder(TaskRoot root) {
        this.root = root;
    }

    Path in(Scratch scratch) throws IOException {
        List<Path> layerJars = root.inLayers("java/lib");
        if (layerJars.isEmpty()) {
            return root.code();
        }
        Path linked = Files.createDirectories(scratch.folder().resolve("java-task"));
        Path lib = Files.createDirectories(linked.resolve("lib"));
        try (Stream<Path> children = Files.list(root.code())) {
            for (Path child : (Iterable<Path>) children::iterator) {
                if (child.getFileName().toString().equals("lib") && Files.isDirectory(child)) {
                    linkAll(child, lib, "");
                } else {
                    Files.createSymbolicLink(linked.resolve(child.getFileName()), child);
                }
            }
        }
        for (Path folder : layerJars) {
            linkAll(folder, lib, AFTER_OWN_JARS);
        }
        return linked;
    }

    /** The first of a name wins; layers come latest first. */
    private static void linkAll(Path from, Path to, String prefix) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                Path link = to.resolve(prefix + child.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, child);
                }
            }
        }
    }
}
