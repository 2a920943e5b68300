package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the {@code bootstrap} of a custom runtime, from the code or from a layer. */
final class ProvidedLauncher implements Launcher {

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options) {
        Path bootstrap = Stream.concat(Stream.of(workspace.taskRoot()), zip.layers().stream())
                .map(folder -> folder.resolve("bootstrap").toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InvalidOptionException(
                        function.name() + ": runtime " + zip.runtime()
                                + " needs an executable file named bootstrap, and the code has none",
                        "Let the build put it into the root of the code"));
        if (!Files.isExecutable(bootstrap)) {
            throw new InvalidOptionException(
                    function.name() + ": the file bootstrap is not executable", "chmod +x bootstrap");
        }
        return new Launch(List.of(bootstrap.toString()), workspace.taskRoot(), zip.handler(), Map.of());
    }
}
