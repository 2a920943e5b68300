package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.debug.DebugOptions;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.Note;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users may say about containers, and what comes of it. */
@Timeout(120)
class ContainerOptionsTest {

    private static final String CODE = """
            import os, signal, socket, sys, time
            def said(*unused):
                print("asked to end", flush=True)
                sys.exit(0)
            signal.signal(signal.SIGTERM, said)
            def read(event, context):
                return open(event).read()
            def run(event, context):
                return str(eval(event))
            """;

    @TempDir
    private Path code = Path.of("");

    private ContainerFunctions functions = new ContainerFunctions(ContainerOptions.builder());

    @BeforeEach
    void writeCode() throws IOException {
        TestEngine.get();
        Files.writeString(code.resolve("app.py"), CODE);
    }

    @AfterEach
    void nothingIsLeft() {
        functions.close();
        assertThat(TestEngine.ours()).isEmpty();
    }

    private static ContainerOptions.Builder options() {
        return ContainerFunctions.options(TestImages.python());
    }

    private InvocationResult run(ContainerOptions.Builder options, String handler, String event, List<Path> layers) {
        functions = new ContainerFunctions(options);
        return functions.once(
                ContainerFunctions.zip("python3.11", "app." + handler, code, layers), "\"" + event + "\"");
    }

    private static Path layer(Path folder, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
        return folder;
    }

    private List<Path> layers(Path home) throws IOException {
        layer(home.resolve("a"), "shared/which", "first");
        layer(home.resolve("a"), "only-a", "a");
        layer(home.resolve("b"), "shared/which", "second");
        return List.of(home.resolve("a"), home.resolve("b"));
    }

    @Test
    void laterLayersWin(@TempDir Path home) throws IOException {
        List<Path> layers = layers(home);
        assertThat(run(options(), "read", "/opt/shared/which", layers).payloadText())
                .isEqualTo("\"second\"");
        assertThat(home.resolve("a/shared/which")).hasContent("first");
        functions.close();
        assertThat(run(options(), "read", "/opt/only-a", layers).payloadText()).isEqualTo("\"a\"");
    }

    @Test
    void codeAndLayersAreCopiedIn(@TempDir Path home) throws IOException {
        List<Path> layers = layers(home);
        Files.createSymbolicLink(code.resolve("link.txt"), Path.of("app.py"));
        ContainerOptions.Builder copied = options().code(new CodeOptions(Optional.of(true), Optional.empty(), false));
        String both = "open('/opt/shared/which').read() + os.readlink('link.txt') + str(len(open('/proc/mounts').read()"
                + ".split(' /var/task ')))";
        assertThat(run(copied, "run", both, layers).payloadText()).isEqualTo("\"secondapp.py1\"");
    }

    @Test
    void foldersAreMountedUnderTheEnginesNameAndOthersAreCopied(@TempDir Path there, @TempDir Path home)
            throws IOException {
        Files.createDirectories(there.resolve("built"));
        Files.writeString(
                there.resolve("built/app.py"), CODE.replace("str(eval(event))", "'of the engine ' + str(eval(event))"));
        Path ours = Files.createDirectories(home.resolve("built"));
        Files.writeString(ours.resolve("app.py"), CODE);
        layer(code.resolve("elsewhere"), "which", "copied");
        functions = new ContainerFunctions(options()
                .code(new CodeOptions(
                        Optional.empty(), Optional.of(new CodeOptions.Volume(home, there + "/")), false)));
        LocalFunction function =
                ContainerFunctions.zip("python3.11", "app.run", ours, List.of(code.resolve("elsewhere")));
        assertThat(functions.once(function, "\"open('/opt/which').read()\"").payloadText())
                .isEqualTo("\"of the engine copied\"");
    }

    @Test
    void folderThatTheEngineDoesNotHaveIsItsRefusal(@TempDir Path home) {
        functions = new ContainerFunctions(options()
                .code(new CodeOptions(
                        Optional.empty(), Optional.of(new CodeOptions.Volume(code, "not/absolute")), false)));
        LocalFunction function = ContainerFunctions.zip("python3.11", "app.run", code, List.of());
        assertThatThrownBy(() -> functions.start(function)).hasMessageContaining("not/absolute");
    }

    @ParameterizedTest
    @CsvSource({"true, shared, text", "false, node_modules, text", "false, shared, ''"})
    void linksAreMountedAsWhatTheyLeadTo(boolean links, String name, String found, @TempDir Path outside)
            throws IOException {
        Files.writeString(outside.resolve("file.txt"), "text");
        Files.createSymbolicLink(code.resolve(name), outside);
        Files.createSymbolicLink(code.resolve("dangling"), outside.resolve("missing"));
        functions = new ContainerFunctions(options().code(new CodeOptions(Optional.empty(), Optional.empty(), links)));
        LocalFunction function = ContainerFunctions.zip("python3.11", "app.run", code, List.of());
        String read = "open('%1$s/file.txt').read() if os.path.exists('%1$s/file.txt') else ''".formatted(name);
        assertThat(functions.once(function, "\"" + read + "\"").payloadText()).isEqualTo("\"" + found + "\"");
    }

    @Test
    void hostsNameServersAndVariablesArriveInTheContainer() {
        ContainerOptions.Builder said = options()
                .network(new NetworkOptions(
                        Optional.empty(),
                        List.of("orders.example:10.1.2.3"),
                        List.of("10.9.9.9"),
                        "127.0.0.1",
                        "127.0.0.1"))
                .environment(Map.of("TABLE", "mine"));
        String all = "socket.gethostbyname('orders.example') + ' ' + open('/etc/resolv.conf').read().strip()"
                + " + ' ' + os.environ['TABLE']";
        assertThat(run(said, "run", all, List.of()).payloadText()).contains("10.1.2.3", "nameserver 10.9.9.9", "mine");
    }

    @Test
    void hostNetworkReachesTheRuntimeApiOverLoopback() {
        ContainerOptions.Builder host = options()
                .network(new NetworkOptions(Optional.of("host"), List.of(), List.of(), "127.0.0.1", "127.0.0.1"));
        assertThat(run(host, "run", "os.environ['AWS_LAMBDA_RUNTIME_API']", List.of())
                        .payloadText())
                .startsWith("\"127.0.0.1:");
    }

    @Test
    void networkIsJoinedBesideTheDefaultOne() throws Exception {
        String name = "sam-local-test-" + ProcessHandle.current().pid();
        docker("network", "create", name);
        try {
            ContainerOptions.Builder joined = options()
                    .network(new NetworkOptions(Optional.of(name), List.of(), List.of(), "127.0.0.1", "127.0.0.1"));
            assertThat(run(joined, "run", "sorted(n for _, n in socket.if_nameindex())", List.of())
                            .payloadText())
                    .isEqualTo("\"['eth0', 'eth1', 'lo']\"");
        } finally {
            functions.close();
            docker("network", "rm", name);
        }
    }

    private static void docker(String... words) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(words)).toList();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("no docker command: " + e.getMessage());
            return;
        }
        assertThat(process.waitFor()).as("%s", command).isZero();
    }

    @Test
    void memoryIsLimitedUnlessThatIsOff() {
        String limit = "open('/sys/fs/cgroup/memory/memory.limit_in_bytes' if os.path.exists("
                + "'/sys/fs/cgroup/memory/memory.limit_in_bytes') else '/sys/fs/cgroup/memory.max').read().strip()";
        assertThat(run(options(), "run", limit, List.of()).payloadText()).isEqualTo("\"268435456\"");
        functions.close();
        assertThat(run(options().memoryLimit(false), "run", limit, List.of()).payloadText())
                .isNotEqualTo("\"268435456\"");
    }

    @Test
    void functionIsAskedToEndAndGivenTheTime() {
        run(options().shutdownGrace(Duration.ofSeconds(5)), "run", "1", List.of());
        assertThat(functions.lines).contains("asked to end");
    }

    @Test
    void bootstrapOfACustomRuntimeIsStarted() throws IOException {
        Path bootstrap = code.resolve("bootstrap");
        Files.writeString(
                bootstrap, "#!/bin/sh\necho custom\nexec /var/lang/bin/python3 /var/runtime/bootstrap.py ''\n");
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (RuntimeApiPlace place : List.of(RuntimeApiPlace.HOST, RuntimeApiPlace.EMULATOR)) {
            functions = new ContainerFunctions(options().runtimeApi(place));
            LocalFunction function = ContainerFunctions.zip("provided.al2023", "app.run", code, List.of());
            assertThat(functions.once(function, "\"6 * 7\"").payloadText()).isEqualTo("\"42\"");
            assertThat(functions.lines).contains("custom");
            functions.close();
        }
    }

    @Test
    void debuggerOfAJvmAnswersOnItsPort() throws Exception {
        int port = freePort();
        ContainerOptions.Builder debugged =
                ContainerFunctions.options(TestImages.java()).debug(Optional.of(DebugOptions.of(List.of(port), "")));
        functions = new ContainerFunctions(debugged);
        LocalFunction function = ContainerFunctions.with(
                ContainerFunctions.zip(
                        "java17",
                        "io.github.sammaven.core.local.process.JavaHandlers::text",
                        Path.of("target", "test-classes"),
                        List.of()),
                Duration.ofMillis(100),
                512);
        try (FunctionEnvironment environment = functions.start(function)) {
            CompletableFuture<InvocationResult> answer =
                    CompletableFuture.supplyAsync(() -> ContainerFunctions.call(environment, "\"you\""));
            resume(port);
            assertThat(answer.get(60, TimeUnit.SECONDS).payloadText()).isEqualTo("\"hello you\"");
        }
    }

    @Test
    void onlyTheChosenFunctionIsDebuggedAndThePortsComeBack() throws Exception {
        int port = freePort();
        DebugOptions chosen =
                new DebugOptions(Optional.of("Hello"), List.of(port), List.of("-X", "dev"), true, Optional.empty());
        functions = new ContainerFunctions(options().debug(Optional.of(chosen)));
        LocalFunction hello = ContainerFunctions.zip("python3.11", "app.run", code, List.of());
        LocalFunction other = ContainerFunctions.named("Other", hello);
        String mode = "\"(sys.flags.dev_mode, context.get_remaining_time_in_millis() > 900_000)\"";
        for (int round = 0; round < 2; round++) {
            try (FunctionEnvironment debugged = functions.start(hello)) {
                assertThatThrownBy(() -> functions.start(hello))
                        .isInstanceOf(InvalidOptionException.class)
                        .hasMessageContaining("every debug port is in use");
                assertThat(functions.once(other, mode).payloadText()).isEqualTo("\"(False, False)\"");
                assertThat(ContainerFunctions.call(debugged, mode).payloadText())
                        .isEqualTo("\"(True, True)\"");
            }
        }
        assertThat(functions.events)
                .containsExactly(
                        new Note("Hello: attach the debugger to 127.0.0.1:" + port),
                        new Note("Hello: attach the debugger to 127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Speaks just enough of the debugger's protocol to let the JVM go. */
    private static void resume(int port) throws IOException {
        byte[] hello = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(hello);
                if (socket.getInputStream().readNBytes(hello.length).length == hello.length) {
                    // Length 11, id 1, no flags, command set 1 (virtual machine), command 9 (resume).
                    socket.getOutputStream().write(new byte[] {0, 0, 0, 11, 0, 0, 0, 1, 0, 1, 9});
                    assertThat(socket.getInputStream().readNBytes(11)).hasSize(11);
                    return;
                }
            } catch (IOException e) {
                assertThat(System.nanoTime()).as("%s", e).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void runtimeThatCannotBeDebuggedIsSaid() {
        functions = new ContainerFunctions(options().debug(Optional.of(DebugOptions.of(List.of(5005), ""))));
        LocalFunction ruby = ContainerFunctions.zip("ruby3.3", "app.run", code, List.of());
        assertThatThrownBy(() -> functions.start(ruby))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("runtime ruby3.3 cannot be debugged");
    }

    @Test
    void imageWithoutAnEmulatorIsSaid() {
        functions = new ContainerFunctions(
                ContainerFunctions.options(TestImages.java()).runtimeApi(RuntimeApiPlace.EMULATOR));
        LocalFunction function = ContainerFunctions.zip("java17", "a.B", code, List.of());
        try (FunctionEnvironment environment = functions.start(function)) {
            assertThatThrownBy(() -> ContainerFunctions.call(environment, "{}"))
                    .hasMessageContaining("the Runtime Interface Emulator did not start")
                    .hasMessageContaining("exit status 127");
        }
    }

    @Test
    void nodeRunsToo() throws IOException {
        Files.writeString(code.resolve("index.js"), "exports.main = async (event) => ({ doubled: event.x * 2 });");
        functions = new ContainerFunctions(ContainerFunctions.options(TestImages.node()));
        LocalFunction function = ContainerFunctions.zip("nodejs20.x", "index.main", code, List.of());
        assertThat(functions.once(function, "{\"x\": 21}").payloadText()).isEqualTo("{\"doubled\":42}");
    }

    @Test
    void missingCodeIsSaid() {
        functions = new ContainerFunctions(options());
        LocalFunction gone = ContainerFunctions.zip("python3.11", "app.run", code.resolve("gone.zip"), List.of());
        assertThatThrownBy(() -> functions.start(gone))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("gone.zip does not exist");
    }
}
