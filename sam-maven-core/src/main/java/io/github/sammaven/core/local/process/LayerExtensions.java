package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The external extensions of a function: files in the {@code extensions} folders of its layers, as they would lie in
 * {@code /opt/extensions}.
 *
 * @param byName sorted
 */
record LayerExtensions(Map<String, Path> byName) {

    /** Later layers win. */
    static LayerExtensions of(FunctionPackage code) {
        Map<String, Path> found = new TreeMap<>();
        if (code instanceof Zip zip) {
            for (Path layer : zip.layers()) {
                filesOf(layer.resolve("extensions"))
                        .forEach(file -> found.put(String.valueOf(file.getFileName()), file));
            }
        }
        return new LayerExtensions(found);
    }

    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    /** The file of that name. */
    Path file(String name) {
        Path file = byName.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no extension " + name);
        }
        return file;
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toAbsolutePath).toList();
        } catch (IOException e) {
            throw new SamException("The folder " + folder + " cannot be read", "Check its permissions", e);
        }
    }
}
