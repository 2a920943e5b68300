package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds interpreters on the search path and says when their version is not the one Lambda runs. */
final class Interpreters {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final List<Path> folders;
    private final EventSink events;
    private final Map<Path, String> versions = new ConcurrentHashMap<>();

    Interpreters(String searchPath, EventSink events) {
        this.folders = Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        this.events = events;
    }

    /** Python of the minor version a runtime names, otherwise any Python 3. */
    Path python(String runtime) {
        String exact = runtime.substring("python".length());
        Optional<Path> found = find("python" + exact);
        if (found.isPresent()) {
            return found.get();
        }
        Path any = find("python3")
                .or(() -> find("python"))
                .orElseThrow(() -> missing("Python", runtime, "python" + exact));
        Matcher version = version(any);
        warnUnless(exact, version.group(), "Python", runtime);
        return any;
    }

    /** @throws InvalidOptionException if this Python cannot import a module */
    void requireModule(Path python, String module) {
        try {
            Process process = new ProcessBuilder(python.toString(), "-s", "-c", "import " + module)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new InvalidOptionException(
                        "The Python debugger " + module + " is not installed for " + python,
                        python + " -m pip install " + module + ", or name another debugger with debugArgs");
            }
        } catch (IOException e) {
            throw new SamException(python + " cannot be started: " + e.getMessage(), "Check that it works", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException(python + " was interrupted", "", e);
        }
    }

    /** Node.js, of whatever version there is. */
    Path node(String runtime) {
        Path node = find("node").orElseThrow(() -> missing("Node.js", runtime, "node"));
        String wanted = runtime.substring("nodejs".length()).replace(".x", "");
        warnUnless(wanted, version(node).group(1), "Node.js", runtime);
        return node;
    }

    /** Ruby of the minor version a runtime names, otherwise any Ruby. */
    Path ruby(String runtime) {
        String exact = runtime.substring("ruby".length());
        Optional<Path> found = find("ruby" + exact);
        if (found.isPresent()) {
            return found.get();
        }
        Path any = find("ruby").orElseThrow(() -> missing("Ruby", runtime, "ruby"));
        warnUnless(exact, version(any).group(), "Ruby", runtime);
        return any;
    }

    private Optional<Path> find(String name) {
        return folders.stream()
                .flatMap(folder -> List.of(folder.resolve(name), folder.resolve(name + ".exe")).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private void warnUnless(String wanted, String present, String language, String runtime) {
        if (!wanted.equals(present)) {
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    "Runtime " + runtime + " runs here on " + language + " " + present,
                    "Install " + language + " " + wanted + " to run on the same version as in AWS")));
        }
    }

    private Matcher version(Path interpreter) {
        String text = versions.computeIfAbsent(interpreter, Interpreters::ask);
        Matcher version = VERSION.matcher(text);
        if (!version.find()) {
            throw new InvalidOptionException(
                    interpreter + " does not tell its version", "Check that it works: " + interpreter + " --version");
        }
        return version;
    }

    private static String ask(Path interpreter) {
        try {
            Process process = new ProcessBuilder(interpreter.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static InvalidOptionException missing(String language, String runtime, String program) {
        return new InvalidOptionException(
                "Runtime " + runtime + " needs " + language + ", and there is no " + program + " on the PATH",
                "Install " + language + ", or put the folder of its program on the PATH");
    }
}
