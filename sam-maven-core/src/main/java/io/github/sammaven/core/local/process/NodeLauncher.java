package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts Node.js functions with a bootstrap of our own. */
final class NodeLauncher implements Launcher {

    private final Interpreters interpreters;

    NodeLauncher(Interpreters interpreters) {
        this.interpreters = interpreters;
    }

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options) {
        Path node = interpreters.node(zip.runtime());
        String version = zip.runtime().substring("nodejs".length()).replace(".x", "");
        String layerPath = zip.layers().stream()
                .map(layer -> layer.resolve("nodejs"))
                .flatMap(folder -> Stream.of(
                        folder.resolve("node" + version).resolve("node_modules"), folder.resolve("node_modules")))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(node.toString(), "--max-http-header-size=81920"));
        command.addAll(options);
        command.add(workspace.resource("bootstrap.mjs").toString());
        return new Launch(
                command,
                workspace.taskRoot(),
                zip.handler(),
                Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime(), "NODE_PATH", layerPath));
    }
}
