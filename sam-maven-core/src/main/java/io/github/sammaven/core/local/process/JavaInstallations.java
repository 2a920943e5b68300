package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the Java runtime for a function, and says when it is not of the version Lambda runs. */
final class JavaInstallations {

    private static final Pattern RUNTIME = Pattern.compile("java(\\d+)(\\..*)?");

    private final Map<Integer, Path> given;
    private final Map<String, String> shell;
    private final List<Path> folders;
    private final EventSink events;
    private final JavaInstallation own = JavaInstallation.own();
    private final Map<Integer, JavaInstallation> chosen = new ConcurrentHashMap<>();

    /**
     * @param given homes by version; they win over all that is found
     * @param shell for {@code JAVA_HOME_21} and its like
     * @param folders in each of which Java runtimes lie side by side
     */
    JavaInstallations(Map<Integer, Path> given, Map<String, String> shell, List<Path> folders, EventSink events) {
        this.given = Map.copyOf(given);
        this.shell = Map.copyOf(shell);
        this.folders = List.copyOf(folders);
        this.events = events;
    }

    /** Where systems and tools put Java runtimes. */
    static List<Path> usualFolders(Map<String, String> shell) {
        Path user = Path.of(shell.getOrDefault("HOME", "/"));
        return List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"));
    }

    /** Of the version a runtime names; otherwise the one nearest to it that can load its classes, with a warning. */
    JavaInstallation of(String runtime) {
        return chosen.computeIfAbsent(versionOf(runtime), wanted -> choose(runtime, wanted));
    }

    /** The Java version of a runtime, {@code 8} for {@code java8.al2}. */
    static int versionOf(String runtime) {
        Matcher version = RUNTIME.matcher(runtime);
        if (!version.matches()) {
            throw new InvalidOptionException(
                    "Runtime " + runtime + " names no Java version", "Use java17, java21, java25, ...");
        }
        return Integer.parseInt(version.group(1));
    }

    private JavaInstallation choose(String runtime, int wanted) {
        Path home = given.get(wanted);
        if (home != null) {
            return JavaInstallation.in(home)
                    .orElseThrow(() -> new InvalidOptionException(
                            "There is no JDK in " + home + ", the folder given for Java " + wanted,
                            "Give the folder that holds bin/java and the file named release"));
        }
        if (own.feature() == wanted) {
            return own;
        }
        List<JavaInstallation> found = found();
        Optional<JavaInstallation> exact =
                found.stream().filter(java -> java.feature() == wanted).findFirst();
        return exact.orElseGet(() -> {
            JavaInstallation nearest = Stream.concat(Stream.of(own), found.stream())
                    .filter(java -> java.feature() > wanted)
                    .min(Comparator.comparingInt(JavaInstallation::feature))
                    .orElse(own);
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    "Runtime " + runtime + " runs here on Java " + nearest.feature(),
                    "Install a JDK " + wanted + " and let JAVA_HOME_" + wanted + " name its folder, to run on the same"
                            + " version as in AWS")));
            return nearest;
        });
    }

    private List<JavaInstallation> found() {
        Stream<Path> named = shell.entrySet().stream()
                .filter(variable -> variable.getKey().matches("JAVA_HOME(_\\d+.*)?|JAVA_?\\d+_HOME|JDK_?\\d+(_HOME)?"))
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> Path.of(variable.getValue()));
        return Stream.concat(named, folders.stream().flatMap(JavaInstallations::homesIn))
                .flatMap(home -> JavaInstallation.in(home).stream())
                .toList();
    }

    private static Stream<Path> homesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries
                    .sorted()
                    .flatMap(entry -> Stream.of(entry, entry.resolve("Contents").resolve("Home")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
