package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
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

/** Starts Java functions in a JVM of the version Lambda has, as far as there is one. */
final class JavaLauncher implements Launcher {

    private static final String AWS_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String LOOP_MAIN = "io.github.sammaven.core.local.process.loop.LoopMain";

    /** Where the org.crac library finds what registers hooks around a snapshot, as Lambda sets it. */
    private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    /** What our own classes are compiled for. */
    private static final int LOOP_FEATURE = 17;

    private final JavaRuntimeJars jars;
    private final JavaClient client;
    private final JavaInstallations installations;
    private final SharedClasses shared;
    private final EventSink events;

    JavaLauncher(
            JavaRuntimeJars jars,
            JavaClient client,
            JavaInstallations installations,
            SharedClasses shared,
            EventSink events) {
        this.jars = jars;
        this.client = client;
        this.installations = installations;
        this.shared = shared;
        this.events = events;
    }

    @Override
    public Launch launch(LocalFunction function, Zip zip, Workspace workspace, List<String> options) {
        JavaInstallation java = installations.of(zip.runtime());
        List<Path> layerJars = zip.layers().stream()
                .flatMap(layer -> jarsOf(layer.resolve("java").resolve("lib")))
                .toList();
        Optional<Path> awsClient = awsClient();
        Path folder = workspace.taskRoot();
        List<Path> functionPath = Stream.of(Stream.of(folder), jarsOf(folder.resolve("lib")), layerJars.stream())
                .flatMap(part -> part)
                .toList();
        HandlerClassFile.check(function.name(), zip.runtime(), zip.handler(), functionPath, java, events);
        ClassArchive archive;
        List<String> own;
        if (awsClient.isPresent()) {
            String library =
                    "-D" + NativeLibrary.PROPERTY + "=" + NativeLibrary.unpack(awsClient.get(), workspace.scratch());
            archive = new ClassArchive(java, jars.jars(), AWS_MAIN, awsClient);
            own = List.of(library);
            folder = layerJars.isEmpty() ? folder : workspace.withLayerJars(layerJars);
        } else if (java.feature() >= LOOP_FEATURE) {
            List<Path> classPath =
                    Stream.concat(Stream.of(ownClasses()), jars.jars().stream()).toList();
            archive = new ClassArchive(java, classPath, LOOP_MAIN, Optional.empty());
            own = List.of("-Dsam.loop.classpath=" + join(functionPath.stream()));
        } else {
            throw new InvalidOptionException(
                    function.name() + ": without AWS's client, functions need Java " + LOOP_FEATURE + " or later",
                    "Set javaClient to AWS on Linux, or choose a newer Runtime");
        }
        String toolOptions = function.environment().getOrDefault("JAVA_TOOL_OPTIONS", "");
        List<String> command = new ArrayList<>();
        command.add(java.program());
        command.addAll(JvmFlags.of(function.memoryMb(), java.feature(), toolOptions));
        if (!toolOptions.contains("-Xshare:") && !toolOptions.contains("-XX:SharedArchiveFile=")) {
            command.addAll(shared.flags(archive));
        }
        command.addAll(own);
        if (function.snapStart()) {
            command.add(HOOKS);
        }
        command.addAll(options);
        command.addAll(List.of("-cp", join(archive.classPath().stream()), archive.main(), zip.handler()));
        return new Launch(
                command,
                folder,
                zip.handler(),
                Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + zip.runtime()),
                () -> shared.prepare(archive));
    }

    private Optional<Path> awsClient() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (client == JavaClient.AWS && !linux) {
            throw new InvalidOptionException(
                    "AWS's Java runtime client runs on Linux only", "Leave javaClient unset, or set it to LOOP");
        }
        return linux && client != JavaClient.LOOP ? jars.client() : Optional.empty();
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
