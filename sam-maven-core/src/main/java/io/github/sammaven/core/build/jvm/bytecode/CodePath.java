package io.github.sammaven.core.build.jvm.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where Lambda's Java runtime looks for the classes of a function: its root, the jars in its {@code lib/} by name, the
 * jars in {@code java/lib/} of its layers by name, where a later layer's jar replaces one of the same name.
 */
public final class CodePath implements Closeable {

    private static final String ROOT = "the code of the function";

    private final List<ClassContainer> containers;
    private final boolean complete;

    private CodePath(List<ClassContainer> containers, boolean complete) {
        this.containers = List.copyOf(containers);
        this.complete = complete;
    }

    /**
     * Of artifacts on this machine. Folders are listed; nothing is opened yet.
     *
     * @param code a folder, or a jar or zip
     * @param layers folders, or zips, by name as messages show it, in the function's order
     * @param complete whether these are all layers it has
     */
    public static CodePath of(Path code, Map<String, Path> layers, boolean complete, JarFacts known)
            throws IOException {
        List<ClassContainer> containers = new ArrayList<>();
        boolean all = complete;
        if (Files.isDirectory(code)) {
            containers.add(new ClassFolder(ROOT, code));
            for (Path jar : jars(code.resolve("lib"))) {
                containers.add(new ClassJar("lib/" + jar.getFileName(), false, jar, known));
            }
        } else {
            ClassJar jar = new ClassJar(code.getFileName().toString(), true, code, known);
            containers.add(jar);
            all &= !jar.holdsJars();
        }
        Map<String, ClassContainer> ofLayers = new TreeMap<>();
        for (Map.Entry<String, Path> layer : layers.entrySet()) {
            all &= Files.isDirectory(layer.getValue());
            for (Path jar : jars(layer.getValue().resolve("java/lib"))) {
                String name = jar.getFileName().toString();
                ofLayers.put(name, new ClassJar("layer " + layer.getKey() + " (" + name + ")", false, jar, known));
            }
        }
        containers.addAll(ofLayers.values());
        return new CodePath(containers, all);
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    List<ClassContainer> containers() {
        return containers;
    }

    /** The function's own classes, first of all places. */
    ClassContainer own() {
        return containers.get(0);
    }

    /** Whether a class that is not found is nowhere: there may be layers that are not on this machine. */
    boolean isComplete() {
        return complete;
    }

    Optional<byte[]> find(String internalName) throws IOException {
        for (ClassContainer container : containers) {
            Optional<byte[]> found = container.read(internalName);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (ClassContainer container : containers) {
            container.close();
        }
    }
}
