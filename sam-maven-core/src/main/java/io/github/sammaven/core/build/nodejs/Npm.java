package io.github.sammaven.core.build.nodejs;

import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolResult;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.function.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs npm in a folder it may write to. Install scripts run as npm is configured to. */
final class Npm {

    static final Tool TOOL = new Tool(
            "npm",
            "npm",
            "apt install npm, brew install node, winget install OpenJS.NodeJS.LTS, or https://nodejs.org");

    private static final List<String> LOCK_FILES = List.of("package-lock.json", "npm-shrinkwrap.json");
    private static final List<String> QUIET = List.of("--no-audit", "--no-fund", "--no-update-notifier");

    private static final Pattern OPTION_HELP = Pattern.compile(
            "npm (error|ERR!)( {2,}| *$| aliases:| Run \"npm help| Options:| \\[| Usage:| npm ci$| A complete log)");

    private final Toolbox tools;
    private final Path npm;
    private final ToolUse use;

    Npm(Toolbox tools, ToolUse use) {
        this.tools = tools;
        this.npm = tools.require(TOOL, use);
        this.use = use;
    }

    String version() {
        return tools.answer(npm, "--version").orElse("");
    }

    /** The files npm would publish: without those {@code .npmignore} or {@code files} leave out. */
    Set<String> packedFiles(Path project) throws IOException {
        List<String> arguments =
                List.of("pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error", "--no-update-notifier");
        return NodePackage.packedFiles(tools.output(command(project, arguments, Map.of()), use));
    }

    /** Production packages for Linux on {@code architecture}: exactly those of the lock file if there is one. */
    void installFor(Architecture architecture, Path project) {
        String cpu = architecture == Architecture.ARM64 ? "arm64" : "x64";
        List<String> arguments = new ArrayList<>(List.of(verb(project), "--omit=dev"));
        arguments.addAll(QUIET);
        arguments.addAll(List.of("--os=linux", "--cpu=" + cpu, "--libc=glibc"));
        // What scripts that fetch ready-made native code go by.
        Map<String, String> target = Map.of(
                "npm_config_arch",
                cpu,
                "npm_config_target_arch",
                cpu,
                "npm_config_platform",
                "linux",
                "npm_config_target_platform",
                "linux",
                "npm_config_target_libc",
                "glibc");
        run(command(project, arguments, target));
    }

    /** All packages, for this machine: what tools of the project need to run. */
    void installAll(Path project) {
        List<String> arguments = new ArrayList<>(List.of(verb(project), "--include=dev"));
        arguments.addAll(QUIET);
        run(command(project, arguments, Map.of()));
    }

    /** A lock file that does not fit makes npm list all its options, long after the reason. */
    private void run(ToolCommand command) {
        ToolResult result = tools.attempt(command, use);
        if (!result.isSuccess()) {
            throw tools.failure(command, use, result.without(line -> OPTION_HELP
                    .matcher(line)
                    .lookingAt()));
        }
    }

    private static String verb(Path project) {
        return hasLock(project) ? "ci" : "install";
    }

    static boolean hasLock(Path project) {
        return LOCK_FILES.stream().anyMatch(name -> Files.isRegularFile(project.resolve(name)));
    }

    private ToolCommand command(Path project, List<String> arguments, Map<String, String> variables) {
        return new ToolCommand(npm, arguments, project, tools.environmentWith(variables));
    }
}
