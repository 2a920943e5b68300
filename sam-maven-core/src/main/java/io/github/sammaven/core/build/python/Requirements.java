package io.github.sammaven.core.build.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a requirements file says, those it includes too, as far as it matters outside of pip.
 *
 * @param files the file and every requirements and constraints file it refers to
 * @param lines requirements with the options behind them, continuation lines joined
 * @param folders local folders that are installed from source, absolute
 * @param archives local packages that are installed as they are, absolute
 */
record Requirements(List<Path> files, List<String> lines, List<Path> folders, List<Path> archives) {

    private static final Pattern REFERENCE = Pattern.compile("(?:-r|--requirement|-c|--constraint)[ =]*(?<file>\\S.*)");
    private static final Pattern LOCAL = Pattern.compile(
            "(?:(?:-e|--editable)[ =]*)?(?:[\\w.-]+(?:\\[[^]]*])?\\s*@\\s*)?(?:file:(?://)?)?(?<path>[./~][^;#\\[\\s]*)(?:[;#\\[\\s].*)?");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)");

    /**
     * @param folder what paths of packages count from
     */
    static Requirements read(Path file, Path folder) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        Set<Path> packages = new LinkedHashSet<>();
        read(file, folder, files, lines, packages);
        return new Requirements(
                List.copyOf(files),
                lines,
                packages.stream().filter(Files::isDirectory).toList(),
                packages.stream().filter(Files::isRegularFile).toList());
    }

    private static void read(Path file, Path folder, Set<Path> files, List<String> lines, Set<Path> packages)
            throws IOException {
        if (!Files.isRegularFile(file) || !files.add(file)) {
            return;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String raw : text.replaceAll("\\\\\\r?\\n", " ").split("\\R")) {
            String line = raw.replaceAll("(^|\\s)#.*", "").strip();
            Matcher reference = REFERENCE.matcher(line);
            Matcher local = LOCAL.matcher(line);
            if (reference.matches()) {
                read(resolve(file.getParent(), reference.group("file")), folder, files, lines, packages);
            } else if (!line.isEmpty()) {
                lines.add(line);
                if (local.matches()) {
                    packages.add(resolve(folder, local.group("path")));
                }
            }
        }
    }

    private static Path resolve(Path folder, String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException url) {
            return folder;
        }
    }

    boolean areEmpty() {
        return lines.stream().allMatch(line -> line.startsWith("--"));
    }

    /** Whether every package is checked against hashes: pip does so for all as soon as one line has a hash. */
    boolean areHashed() {
        return lines.stream().anyMatch(line -> line.contains("--hash=") || line.startsWith("--require-hashes"));
    }

    /** The lines but those of some packages. */
    List<String> linesWithout(Set<String> names) {
        return lines.stream().filter(line -> !names.contains(nameOf(line))).toList();
    }

    /** {@code foo-bar} for {@code Foo.Bar[extra]==1.0}, as names of packages compare; empty if there is none. */
    static String nameOf(String line) {
        Matcher name = NAME.matcher(line);
        return name.lookingAt() ? name.group().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-") : "";
    }

    /** Everything whose content counts, for a list of inputs. */
    Set<Path> outside(Path code) {
        return Stream.of(files, folders, archives)
                .flatMap(List::stream)
                .filter(path -> !path.startsWith(code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
