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

/** Starts Python functions with a bootstrap of our own. */
final class PythonLauncher implements Launcher {

    private static final String DEBUGGER = "debugpy";

    private final Interpreters interpreters;

    PythonLauncher(Interpreters interpreters) {
        this.interpreters = interpreters;
    }

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options) {
        Path python = interpreters.python(zip.runtime());
        if (options.contains(DEBUGGER)) {
            interpreters.requireModule(python, DEBUGGER);
        }
        String packages = "lib/" + zip.runtime() + "/site-packages";
        String layerPath = zip.layers().stream()
                .map(layer -> layer.resolve("python"))
                .flatMap(folder -> Stream.of(folder, folder.resolve(packages)))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(python.toString(), "-s", "-u", "-X", "utf8"));
        command.addAll(options);
        command.add(workspace.resource("bootstrap.py").toString());
        command.add(layerPath);
        return new Launch(
                command,
                workspace.taskRoot(),
                zip.handler(),
                Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime(), "PYTHONDONTWRITEBYTECODE", "1"));
    }
}
