package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts Java functions in a JVM like the one we run in. */
final class JavaLauncher implements Launcher {

    private static final String AWS_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String LOOP_MAIN = "io.github.sammaven.core.local.process.loop.LoopMain";

    private final JavaRuntimeJars jars;
    private final JavaClient client;

    JavaLauncher(JavaRuntimeJars jars, JavaClient client) {
        this.jars = jars;
        this.client = client;
    }

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.of(function.memoryMb()));
        List<Path> layerJars = zip.layers().stream()
                .flatMap(layer -> jarsOf(layer.resolve("java").resolve("lib")))
                .toList();
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (client == JavaClient.AWS && !linux) {
            throw new InvalidOptionException(
                    "AWS's Java runtime client runs on Linux only", "Leave javaClient unset, or set it to LOOP");
        }
        Optional<Path> awsClient = linux && client != JavaClient.LOOP ? jars.client() : Optional.empty();
        if (awsClient.isPresent()) {
            Path folder = layerJars.isEmpty() ? workspace.taskRoot() : workspace.withLayerJars(layerJars);
            command.add("-D" + NativeLibrary.PROPERTY + "=" + NativeLibrary.unpack(awsClient.get(), workspace));
            command.addAll(List.of("-cp", join(jars.jars().stream()), AWS_MAIN, zip.handler()));
            return new Launch(
                    command, folder, zip.handler(), Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime()));
        }
        Path root = workspace.taskRoot();
        String functionPath = join(Stream.of(Stream.of(root), jarsOf(root.resolve("lib")), layerJars.stream())
                .flatMap(part -> part));
        command.add("-Dsam.loop.classpath=" + functionPath);
        command.addAll(List.of("-cp", join(Stream.concat(Stream.of(ownClasses()), jars.jars().stream())), LOOP_MAIN));
        return new Launch(command, root, zip.handler(), Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime()));
    }

    private static Path ownClasses() {
        try {
            return Path.of(JavaLauncher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> jarsOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new SamException("The folder " + folder + " cannot be read", "Check its permissions", e);
        }
    }

    private static String join(Stream<Path> paths) {
        return paths.map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }
}
