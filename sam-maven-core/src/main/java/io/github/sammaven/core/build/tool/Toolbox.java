package io.github.sammaven.core.build.tool;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tools of this machine: where they are, what they say of themselves, and a way to run them. One for each build,
 * as what a tool has answered is not asked again.
 */
public final class Toolbox {

    /** How long a tool may run if nothing else is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    private static final int SHOWN_LINES = 30;

    private static final Duration QUESTION_TIMEOUT = Duration.ofMinutes(1);

    private final Map<String, String> environment;
    private final ToolRunner runner;
    private final ToolRunner questions = new ToolRunner(QUESTION_TIMEOUT);
    private final Duration timeout;
    private final ToolLog log;
    private final SearchPath path;
    private final Map<List<String>, Optional<String>> answers = new ConcurrentHashMap<>();

    /**
     * @param environment what tools inherit; its {@code PATH} is where they are looked for
     * @param timeout after which a tool is ended
     */
    public Toolbox(Map<String, String> environment, Duration timeout, ToolLog log) {
        this.environment = Map.copyOf(environment);
        this.timeout = timeout;
        this.runner = new ToolRunner(timeout);
        this.log = log;
        this.path = new SearchPath(environment);
    }

    /** What tools inherit. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The environment with some variables set otherwise. */
    public Map<String, String> environmentWith(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(changes);
        return changed;
    }

    /**
     * Hashes of the values of some variables, so that a change is noticed though a value is never written down.
     *
     * @param wanted which, by name
     */
    public SortedMap<String, String> fingerprints(Predicate<String> wanted) {
        SortedMap<String, String> found = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (wanted.test(name)) {
                found.put(name, sha256(value));
            }
        });
        return found;
    }

    /** The first program of this name on the search path. */
    public Optional<Path> find(String command) {
        return all(command).stream().findFirst();
    }

    /** Every program of this name on the search path. */
    public List<Path> all(String command) {
        return path.all(command);
    }

    /** @throws SamException that says who needs it and how to get it, if there is no such program */
    public Path require(Tool tool, ToolUse use) {
        return find(tool.command()).orElseThrow(() -> missing(tool, use));
    }

    /** What to throw if there is no such tool, or none that will do. */
    public SamException missing(Tool tool, ToolUse use) {
        return new SamException(
                Problem.error(
                        use.mark(),
                        use.target() + ": " + use.reason() + " needs " + tool.name() + ", and there is no "
                                + tool.command() + " on the PATH",
                        tool.howToGet()),
                null);
    }

    /** What a program prints, asked once; empty if it fails. */
    public Optional<String> answer(Path program, String... arguments) {
        List<String> question = new ArrayList<>(List.of(program.toString()));
        question.addAll(List.of(arguments));
        return answers.computeIfAbsent(question, asked -> ask(program, List.of(arguments)));
    }

    /**
     * Runs a tool that has to succeed.
     *
     * @throws SamException with the tool's last words if it fails, takes too long, cannot be started or is interrupted
     */
    public void run(ToolCommand command, ToolUse use) {
        ToolResult result = attempt(command, use);
        if (!result.isSuccess()) {
            throw failure(command, use, result);
        }
    }

    /**
     * Runs a tool for what it prints.
     *
     * @return every line of its output
     * @throws SamException as {@link #run}
     */
    public List<String> output(ToolCommand command, ToolUse use) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ToolResult result = attempt(command, use, lines::add);
        if (!result.isSuccess()) {
            throw failure(command, use, result);
        }
        return List.copyOf(lines);
    }

    /** What to throw if the outcome of {@link #attempt} will not do. */
    public SamException failure(ToolCommand command, ToolUse use, ToolResult result) {
        return failure(command, use, "ended with exit code " + result.exitCode(), result.lastWords(), null);
    }

    /**
     * Runs a tool that may fail.
     *
     * @throws SamException with the tool's last words if it takes too long, cannot be started or is interrupted
     */
    public ToolResult attempt(ToolCommand command, ToolUse use) {
        return attempt(command, use, line -> log.line(use.target(), line));
    }

    private ToolResult attempt(ToolCommand command, ToolUse use, Consumer<String> lines) {
        OutputTail tail = new OutputTail();
        SecretMask mask = new SecretMask(command.variables());
        try {
            int exitCode = runner.run(command, line -> {
                String shown = mask.mask(line);
                tail.add(shown);
                lines.accept(shown);
            });
            return new ToolResult(exitCode, tail.lines());
        } catch (TimeoutException late) {
            String words = "was ended as it ran longer than " + timeout.toSeconds() + " s";
            throw failure(command, use, words, tail.lines(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(command, use, "was interrupted", List.of(), interrupted);
        } catch (IOException unstartable) {
            throw failure(
                    command,
                    use,
                    "cannot be started",
                    List.of(mask.mask(String.valueOf(unstartable.getMessage()))),
                    unstartable);
        }
    }

    private static SamException failure(
            ToolCommand command, ToolUse use, String words, List<String> lastWords, @Nullable Throwable cause) {
        String name = nameOf(command);
        return new SamException(
                Problem.error(
                        use.mark(),
                        use.target() + ": " + name + " " + words + " (" + use.reason() + ")",
                        String.join(
                                "\n",
                                lastWords.subList(Math.max(0, lastWords.size() - SHOWN_LINES), lastWords.size()))),
                cause);
    }

    /** The module where an interpreter runs one: {@code python3.13 -m pip}. */
    private static String nameOf(ToolCommand command) {
        String program = command.program().getFileName().toString();
        List<String> arguments = command.arguments();
        return arguments.size() > 1 && arguments.get(0).equals("-m") ? program + " -m " + arguments.get(1) : program;
    }

    private Optional<String> ask(Path program, List<String> arguments) {
        StringBuffer output = new StringBuffer();
        Path here = Path.of("").toAbsolutePath();
        try {
            int exitCode =
                    questions.run(new ToolCommand(program, arguments, here, environment), line -> output.append(line)
                            .append('\n'));
            return exitCode == 0 ? Optional.of(output.toString().strip()) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | TimeoutException unusable) {
            return Optional.empty();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
