package io.github.sammaven.core.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs on a search path. */
final class Programs {

    private static final List<String> ENDINGS = List.of("", ".exe");

    private final String searchPath;

    /** @param searchPath value of the variable {@code PATH} */
    Programs(String searchPath) {
        this.searchPath = searchPath;
    }

    /** The first of {@code names} that is there. */
    Optional<Path> find(String... names) {
        return Stream.of(names).flatMap(this::named).findFirst();
    }

    private Stream<Path> named(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> ENDINGS.stream().map(ending -> Path.of(folder, name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
