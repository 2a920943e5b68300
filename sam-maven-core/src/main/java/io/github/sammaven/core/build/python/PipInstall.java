package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolResult;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Installs packages for another Python and machine: wheels as they are, and what has none from its source. */
final class PipInstall {

    private static final Map<String, String> QUIET = Map.ofEntries(
            Map.entry("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
            Map.entry("PIP_NO_INPUT", "1"),
            Map.entry("PIP_PROGRESS_BAR", "off"),
            Map.entry("PIP_REQUIRE_VIRTUALENV", "0"),
            Map.entry("PIP_ROOT_USER_ACTION", "ignore"),
            Map.entry("PIP_USER", "0"),
            Map.entry("PYTHONDONTWRITEBYTECODE", "1"),
            Map.entry("PYTHONSAFEPATH", "1"),
            Map.entry("SOURCE_DATE_EPOCH", "315532800"));

    private final Toolbox tools;
    private final Interpreter interpreter;
    private final PythonVersion version;
    private final Architecture architecture;
    private final ToolUse use;

    PipInstall(Toolbox tools, Interpreter interpreter, PythonVersion version, Architecture architecture, ToolUse use) {
        this.tools = tools;
        this.interpreter = interpreter;
        this.version = version;
        this.architecture = architecture;
        this.use = use;
    }

    /**
     * Installs what a requirements file asks for.
     *
     * @param directory what its paths count from
     * @param site receives the packages
     * @param scratch an empty folder
     * @throws SamException if there is a package that cannot be had for this Python and machine
     */
    void install(Path manifest, Requirements requirements, Path directory, Path site, Path scratch) throws IOException {
        ToolCommand wheelsOnly = install(directory, site, List.of("-r", manifest.toString()));
        ToolResult result = tools.attempt(wheelsOnly, use);
        if (result.isSuccess()) {
            return;
        }
        if (!lacksWheel(result)) {
            throw tools.failure(wheelsOnly, use, result);
        }
        Path wheels = Files.createDirectory(scratch.resolve("wheels"));
        tools.run(pip(directory, List.of("wheel", "--wheel-dir", wheels.toString(), "-r", manifest.toString())), use);
        ToolCommand withBuilt = requirements.areHashed()
                ? withoutHashes(requirements, directory, site, scratch, wheels)
                : install(directory, site, List.of("--find-links", wheels.toString(), "-r", manifest.toString()));
        ToolResult second = tools.attempt(withBuilt, use);
        if (!second.isSuccess()) {
            throw lacksWheel(second) ? notForThisMachine(wheels, second) : tools.failure(withBuilt, use, second);
        }
    }

    /**
     * pip has checked the hashes of what it made wheels from, and what it made has others. As every package is listed
     * when hashes are checked, the rest can be installed apart.
     */
    private ToolCommand withoutHashes(Requirements requirements, Path directory, Path site, Path scratch, Path wheels)
            throws IOException {
        List<Path> pure = list(wheels).stream().filter(PipInstall::isPure).toList();
        Set<String> names = pure.stream().map(PipInstall::packageOf).collect(Collectors.toSet());
        Path rest = Files.write(scratch.resolve("rest.txt"), requirements.linesWithout(names));
        List<String> arguments = new ArrayList<>(List.of("--no-deps"));
        pure.forEach(wheel -> arguments.add(wheel.toString()));
        tools.run(install(directory, site, arguments), use);
        return install(directory, site, List.of("--no-deps", "-r", rest.toString()));
    }

    private ToolCommand install(Path directory, Path site, List<String> what) {
        List<String> arguments = new ArrayList<>(List.of("install", "--target", site.toString()));
        arguments.addAll(List.of("--no-compile", "--no-warn-script-location", "--only-binary=:all:"));
        arguments.addAll(List.of("--implementation", "cp", "--python-version", version.text()));
        arguments.addAll(List.of("--abi", version.abi()));
        version.platforms(architecture).forEach(tag -> arguments.addAll(List.of("--platform", tag)));
        arguments.addAll(what);
        return pip(directory, arguments);
    }

    private ToolCommand pip(Path directory, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("-m", "pip"));
        words.addAll(arguments);
        return new ToolCommand(interpreter.executable(), words, directory, tools.environmentWith(QUIET));
    }

    private static boolean lacksWheel(ToolResult result) {
        return result.lastWords().stream()
                .anyMatch(line -> line.contains("No matching distribution found")
                        || line.contains("Could not find a version that satisfies")
                        || line.contains("ResolutionImpossible"));
    }

    private SamException notForThisMachine(Path wheels, ToolResult result) throws IOException {
        Set<String> foreign = new TreeSet<>();
        for (Path wheel : list(wheels)) {
            if (!isPure(wheel)) {
                foreign.add(wheel.getFileName().toString());
            }
        }
        String here = foreign.isEmpty() ? "" : "this machine makes or finds only " + String.join(", ", foreign) + "\n";
        return new SamException(
                Problem.error(
                        use.mark(),
                        use.target() + ": there is a package without a wheel for Python " + version.text() + " on "
                                + PythonVersion.machine(architecture) + " with glibc 2." + version.glibc()
                                + ", and its source is not pure Python",
                        here + "ask for a version that has such a wheel, or build on a machine like Lambda's\n"
                                + String.join("\n", result.lastWords())),
                null);
    }

    private static boolean isPure(Path wheel) {
        return wheel.getFileName().toString().endsWith("-none-any.whl");
    }

    private static String packageOf(Path wheel) {
        return Requirements.nameOf(wheel.getFileName().toString().split("-", 2)[0]);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
