package io.github.sammaven.core.build.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The folders programs are found in, and on Windows the extensions they have there. */
final class SearchPath {

    private final List<Path> folders;
    private final List<String> extensions;

    SearchPath(Map<String, String> variables) {
        this.folders =
                split(variable(variables, "PATH")).flatMap(SearchPath::folder).toList();
        this.extensions = split(variable(variables, "PATHEXT")).toList();
    }

    /** Every program of this name, the first on the path first. */
    List<Path> all(String command) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            Stream.concat(extensions.stream(), Stream.of(""))
                    .map(extension -> folder.resolve(command + extension.toLowerCase(Locale.ROOT)))
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Windows writes the name of the path in its own way. */
    private static String variable(Map<String, String> variables, String name) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> split(String list) {
        return Arrays.stream(list.split(File.pathSeparator)).filter(part -> !part.isBlank());
    }

    private static Stream<Path> folder(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException noFolder) {
            return Stream.empty();
        }
    }
}
