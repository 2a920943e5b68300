package io.github.sammaven.core.local.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes an archive: a JVM runs a function of ours like any other and notes at its end which classes it has loaded. It
 * runs at the lowest priority, takes its files from a folder of its own, and needs nobody to wait for it.
 */
final class ClassTraining {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int MEMORY_MB = 512;
    private static final String HANDLER = "io.github.sammaven.core.local.process.training.TrainingHandler";

    /** Moves the archive to its place only when it is whole. */
    private static final String SCRIPT = """
            scratch=$1
            target=$2
            shift 2
            trap 'rm -rf "$scratch"; exit 1' HUP INT TERM
            if nice -n 19 "$@"; then
              size=$(($(wc -c < "$scratch/classes.jsa")))
              cp "$scratch/classes.jsa" "$target.$$" && mv -f "$target.$$" "$target-$size.jsa"
              rm -f "$target.$$"
            else
              : > "$target.failed"
            fi
            rm -rf "$scratch"
            """;

    private final ClassArchive archive;
    private final Path target;

    /** @param target path and start of the name of the archive */
    ClassTraining(ClassArchive archive, Path target) {
        this.archive = archive;
        this.target = target;
    }

    /** @throws IOException if this machine cannot do it */
    Process start() throws IOException {
        if (!Files.isExecutable(SHELL)) {
            throw new IOException("there is no " + SHELL);
        }
        Path scratch = Files.createTempDirectory("sam-classes-");
        Path root = Files.createDirectory(scratch.resolve("task"));
        copyHandler(root);
        List<String> command = new ArrayList<>(List.of(
                SHELL.toString(),
                "-c",
                SCRIPT,
                "sh",
                scratch.toString(),
                target.toString(),
                archive.java().program()));
        command.addAll(JvmFlags.of(MEMORY_MB, archive.java().feature(), ""));
        // A JVM that does not know one of these makes no archive, and is never given them again.
        command.addAll(SharedClasses.commonFlags());
        command.add("-XX:ArchiveClassesAtExit=" + scratch.resolve("classes.jsa"));
        archive.awsClient()
                .ifPresent(
                        jar -> command.add("-D" + NativeLibrary.PROPERTY + "=" + NativeLibrary.unpack(jar, scratch)));
        command.add("-Dsam.loop.classpath=" + root);
        command.addAll(List.of("-cp", classPath(), archive.main(), HANDLER));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.contains("JAVA") || name.equals("_HANDLER"));
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                "127.0.0.1:" + freePort(),
                "AWS_LAMBDA_FUNCTION_NAME",
                "training",
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(MEMORY_MB),
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "/aws/lambda/training",
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "$LATEST",
                "_HANDLER",
                HANDLER,
                "LAMBDA_TASK_ROOT",
                root.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static void copyHandler(Path root) throws IOException {
        String name = HANDLER.replace('.', '/') + ".class";
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream bytes = ClassTraining.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IOException("no class file of " + name);
            }
            Files.copy(bytes, file);
        }
    }

    private String classPath() {
        return archive.classPath().stream()
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Taken by another until the training opens it, the training fails, and a later run has another one. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
