package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts Ruby functions with a bootstrap of our own. */
final class RubyLauncher implements Launcher {

    private final Interpreters interpreters;

    RubyLauncher(Interpreters interpreters) {
        this.interpreters = interpreters;
    }

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options) {
        Path ruby = interpreters.ruby(zip.runtime());
        // Lambda's gem folders carry the version with a zero: ruby/gems/3.3.0.
        String version = zip.runtime().substring("ruby".length()) + ".0";
        String gems = Stream.concat(
                        Stream.of(workspace
                                .taskRoot()
                                .resolve("vendor/bundle/ruby")
                                .resolve(version)),
                        inLayers(zip, layer -> layer.resolve("ruby/gems").resolve(version)))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        String libraries = Stream.concat(
                        Stream.of(workspace.taskRoot()), inLayers(zip, layer -> layer.resolve("ruby/lib")))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(ruby.toString(), "-Eutf-8:utf-8"));
        command.addAll(options);
        command.add(workspace.resource("bootstrap.rb").toString());
        return new Launch(
                command,
                workspace.taskRoot(),
                zip.handler(),
                Map.of(
                        "AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime(),
                        "GEM_PATH", gems,
                        "RUBYLIB", libraries));
    }

    private static Stream<Path> inLayers(Zip zip, Function<Path, Path> folder) {
        return zip.layers().stream().map(folder);
    }
}
