package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.function.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Installs packages with uv, from its lock file if there is one. */
final class UvInstall {

    static final Tool UV = new Tool(
            "uv", "uv", "pipx install uv, brew install uv, winget install astral-sh.uv, or https://docs.astral.sh/uv");

    private static final int FIRST_NEW_GLIBC = 28;

    private final Toolbox tools;
    private final Path uv;
    private final ToolUse use;

    UvInstall(Toolbox tools, Path uv, ToolUse use) {
        this.tools = tools;
        this.uv = uv;
        this.use = use;
    }

    /**
     * @param project copy of the code folder
     * @param manifest a requirements file, a {@code pyproject.toml} or a {@code uv.lock}
     */
    void install(PythonVersion version, Architecture architecture, Path project, Path manifest, Path site) {
        Path requirements = manifest;
        if (manifest.endsWith("uv.lock")) {
            requirements = project.resolveSibling("uv-requirements.txt");
            run(
                    project,
                    List.of(
                            "export",
                            "--frozen",
                            "--no-dev",
                            "--no-emit-project",
                            "--no-header",
                            "--format",
                            "requirements-txt",
                            "--output-file",
                            requirements.toString()));
        }
        List<String> arguments = new ArrayList<>(List.of("pip", "install", "--target", site.toString()));
        arguments.addAll(List.of("--python-version", version.text()));
        arguments.addAll(List.of("--python-platform", platform(version, architecture)));
        arguments.addAll(List.of("--link-mode", "copy", "-r", requirements.toString()));
        run(project, arguments);
    }

    /** The names uv knows; wheels for a glibc between these are rare. */
    private static String platform(PythonVersion version, Architecture architecture) {
        String tag = version.glibc() >= FIRST_NEW_GLIBC ? "manylinux_2_28" : "manylinux2014";
        return PythonVersion.machine(architecture) + "-" + tag;
    }

    private void run(Path project, List<String> arguments) {
        Map<String, String> quiet = Map.of("UV_NO_PROGRESS", "1", "SOURCE_DATE_EPOCH", "315532800");
        tools.run(new ToolCommand(uv, arguments, project, tools.environmentWith(quiet)), use);
    }

    /** What uv installs from: its lock file, else a project file, else requirements; the last if there is none. */
    static Path manifestIn(Path folder) {
        for (String name : List.of("uv.lock", "pyproject.toml")) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return folder.resolve("requirements.txt");
    }
}
