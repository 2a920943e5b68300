package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Python: the interpreter of the runtime's version if it is on the PATH, else {@code python3}, with our bootstrap. */
final class PythonLauncher implements RuntimeLauncher {

    private final Programs programs;

    PythonLauncher(Programs programs) {
        this.programs = programs;
    }

    @Override
    public boolean runs(String runtime) {
        return runtime.startsWith("python3");
    }

    @Override
    public LaunchPlan plan(LocalFunction function, TaskRoot root, Scratch scratch) throws IOException {
        String runtime = function.runtime();
        Path interpreter = programs.find(runtime, "python3", "python")
                .orElseThrow(() -> new SamException(
                        function.logicalId() + ": no Python is on the PATH, the function's runtime is " + runtime,
                        "install Python " + runtime.substring("python".length())
                                + ", or put its bin folder on the PATH",
                        null));
        List<Path> modules = new ArrayList<>(root.inLayers("python"));
        modules.addAll(root.inLayers("python/lib/" + runtime + "/site-packages"));
        return new LaunchPlan(
                List.of(
                        interpreter.toString(),
                        "-u",
                        "-s",
                        scratch.resource("bootstrap.py").toString()),
                root.code(),
                Map.of(
                        "PYTHONPATH",
                        modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "PYTHONDONTWRITEBYTECODE",
                        "1"));
    }
}
