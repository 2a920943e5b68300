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

/** Node.js: {@code node} of the PATH with our bootstrap. */
final class NodeLauncher implements RuntimeLauncher {

    private final Programs programs;

    NodeLauncher(Programs programs) {
        this.programs = programs;
    }

    @Override
    public boolean runs(String runtime) {
        return runtime.startsWith("nodejs");
    }

    @Override
    public LaunchPlan plan(LocalFunction function, TaskRoot root, Scratch scratch) throws IOException {
        String major = function.runtime().substring("nodejs".length()).replaceAll("\\..*$", "");
        Path node = programs.find("node", "nodejs")
                .orElseThrow(() -> new SamException(
                        function.logicalId() + ": no Node.js is on the PATH, the function's runtime is "
                                + function.runtime(),
                        "install Node.js " + major + ", or put its bin folder on the PATH",
                        null));
        List<Path> modules = new ArrayList<>(root.inLayers("nodejs/node" + major + "/node_modules"));
        modules.addAll(root.inLayers("nodejs/node_modules"));
        return new LaunchPlan(
                List.of(node.toString(), scratch.resource("bootstrap.mjs").toString()),
                root.code(),
                Map.of(
                        "NODE_PATH",
                        modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
    }
}
