package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Java: AWS's own runtime interface client in a child of the running JDK where it works, which is on Linux; elsewhere, or
 * when asked for, the loop in plain Java.
 */
final class JavaLauncher implements RuntimeLauncher {

    private static final String CLIENT_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String CLIENT_LIBRARY =
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";
    private static final String LOOP_MAIN = "io.github.sammaven.core.local.process.loop.RuntimeLoop";

    private final JavaRuntimeJars jars;
    private final JavaClient client;

    JavaLauncher(JavaRuntimeJars jars, JavaClient client) {
        this.jars = jars;
        this.client = client;
    }

    @Override
    public boolean runs(String runtime) {
        return runtime.startsWith("java");
    }

    @Override
    public LaunchPlan plan(LocalFunction function, TaskRoot root, Scratch scratch) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmMemory.flags(function.memoryMb()));
        // As in Lambda: one compiler tier and the collector that starts fastest.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.net.preferIPv4Stack=true"));
        if (client.usesInterfaceClient()) {
            Path library = new NativeClientLibrary(jars.interfaceClient()).unpack(scratch.folder());
            command.addAll(List.of(CLIENT_LIBRARY + library, "-cp", classPath(jars.interfaceClient()), CLIENT_MAIN));
        } else {
            command.addAll(List.of("-cp", classPath(jars.loop()), LOOP_MAIN));
        }
        command.add(function.handler());
        return new LaunchPlan(command, new JavaTaskFolder(root).in(scratch), Map.of());
    }

    private static String classPath(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
