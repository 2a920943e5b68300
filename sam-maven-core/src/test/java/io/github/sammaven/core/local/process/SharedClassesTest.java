package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SharedClassesTest {

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    @TempDir
    private Path folder = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    @BeforeEach
    void needsLinux() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "AWS's Java client needs Linux");
    }

    private Path cache() throws IOException {
        return Files.createDirectories(folder.resolve("cache"));
    }

    private static ClassArchive archive(List<Path> jars) {
        Optional<Path> client = new JavaRuntimeJars(jars).client();
        return new ClassArchive(JavaInstallation.own(), jars, MAIN, client);
    }

    private static LocalFunction hello() {
        return Functions.function("java17", JavaHandlers.class.getName() + "::text", Path.of("target", "test-classes"));
    }

    private ProcessFunctionRunner runner(Path cache) {
        return functions.runner(functions.settings().withCache(cache));
    }

    private Path makeArchive() throws IOException, InterruptedException {
        Path made = cache();
        try (WatchService watch = made.getFileSystem().newWatchService()) {
            made.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            new SharedClasses(Optional.of(made))
                    .prepare(archive(Functions.jars().jars()));
            return await(watch, made);
        }
    }

    private static Path await(WatchService watch, Path made) throws InterruptedException {
        while (true) {
            WatchKey key = watch.poll(100, TimeUnit.SECONDS);
            assertThat(key).as("nothing was made in " + made).isNotNull();
            for (var event : key.pollEvents()) {
                assertThat(event.context().toString()).doesNotEndWith(".failed");
                if (event.context().toString().endsWith(".jsa")) {
                    return made.resolve((Path) event.context());
                }
            }
            key.reset();
        }
    }

    private static List<String> loadedFromArchive(List<String> flags, ClassArchive archive)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(archive.java().program()));
        command.addAll(JvmFlags.of(512, archive.java().feature(), ""));
        command.addAll(flags);
        command.addAll(List.of(
                "-Xlog:class+load",
                "-cp",
                String.join(
                        ":", archive.classPath().stream().map(Path::toString).toList()),
                MAIN));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines()
                .filter(line -> line.contains("com.amazonaws") && line.contains("shared objects file (top)"))
                .toList();
    }

    @Test
    void archiveIsMadeOnTheSideOfTheFirstRunAndUsedByTheNext() throws Exception {
        Path made = cache();
        try (WatchService watch = made.getFileSystem().newWatchService()) {
            made.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            ProcessFunctionRunner runner = runner(made);
            assertThat(functions.once(runner, hello(), "\"one\"").payloadText()).isEqualTo("\"hello one\"");
            await(watch, made);
            assertThat(functions.once(runner, hello(), "\"two\"").payloadText()).isEqualTo("\"hello two\"");
        }
        try (Stream<Path> files = Files.list(made)) {
            assertThat(files).hasSize(1);
        }
        ClassArchive archive = archive(Functions.jars().jars());
        List<String> flags = new SharedClasses(Optional.of(made)).flags(archive);
        assertThat(flags).first().asString().startsWith("-XX:SharedArchiveFile=" + made);
        assertThat(loadedFromArchive(flags, archive)).hasSizeGreaterThan(3);
        assertThat(loadedFromArchive(List.of(), archive)).isEmpty();
    }

    @Test
    void javaOfAnotherVersionHasAnArchiveOfItsOwn() throws Exception {
        JavaInstallation newer = new JavaInstallations(
                        Map.of(), System.getenv(), JavaInstallations.usualFolders(System.getenv()), event -> {})
                .of("java25");
        Assumptions.assumeTrue(newer.feature() == 25, "there is no JDK 25 on this machine");
        Path made = cache();
        LocalFunction function = Functions.function(
                "java25", JavaHandlers.class.getName() + "::text", Path.of("target", "test-classes"));
        try (WatchService watch = made.getFileSystem().newWatchService()) {
            made.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            ProcessSettings settings = functions.settings().withCache(made).withJavaHomes(Map.of(25, newer.home()));
            ProcessFunctionRunner runner = functions.runner(settings);
            functions.once(runner, function, "\"one\"");
            assertThat(await(watch, made).getFileName().toString()).startsWith("classes-25-");
            assertThat(functions.once(runner, function, "\"two\"").payloadText())
                    .isEqualTo("\"hello two\"");
        }
        assertThat(functions.lines).hasSize(6);
        assertThat(functions.events).isEmpty();
    }

    @Test
    void archiveThatWasCutShortIsNotUsed() throws Exception {
        Path made = makeArchive();
        SharedClasses shared = new SharedClasses(Optional.of(cache()));
        ClassArchive archive = archive(Functions.jars().jars());
        assertThat(shared.flags(archive)).isNotEmpty();
        assertThat(made.toFile().setWritable(true)).isTrue();
        Files.write(made, new byte[100], StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(shared.flags(archive)).isEmpty();
        assertThat(functions.once(runner(cache()), hello(), "\"you\"").payloadText())
                .isEqualTo("\"hello you\"");
    }

    @Test
    void archiveForOtherJarsIsIgnoredWithoutAWord() throws Exception {
        Path made = makeArchive();
        List<Path> copies = new ArrayList<>();
        for (Path jar : Functions.jars().jars()) {
            copies.add(Files.copy(jar, folder.resolve(jar.getFileName())));
        }
        ClassArchive other = archive(copies);
        assertThat(new SharedClasses(Optional.of(cache())).flags(other)).isEmpty();

        // Under the name of another, as if time stamps had lied: the JVM itself has to notice.
        List<String> lies = List.of("-XX:SharedArchiveFile=" + made, "-Xlog:cds*=off", "-Xlog:class+path=off");
        assertThat(loadedFromArchive(lies, other)).isEmpty();
        LocalFunction function = Functions.with(
                hello(), List.of(), hello().timeout(), Map.of("JAVA_TOOL_OPTIONS", String.join(" ", lies)));
        ProcessSettings settings =
                ProcessSettings.of(new JavaRuntimeJars(copies), JavaClient.AUTO, Map.of("PATH", System.getenv("PATH")));
        assertThat(functions
                        .once(functions.runner(settings), function, "\"you\"")
                        .payloadText())
                .isEqualTo("\"hello you\"");
        assertThat(functions.lines.stream().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
                .hasSize(3);
    }

    @Test
    void folderThatCannotBeMadeCostsNothingButSpeed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(functions
                        .once(runner(file.resolve("cache")), hello(), "\"you\"")
                        .payloadText())
                .isEqualTo("\"hello you\"");
        assertThat(functions.lines).hasSize(3);
        assertThat(functions.events).isEmpty();
    }

    @Test
    void trainingThatFailsLeavesAMarkAndNoArchive() throws Exception {
        Path jar = folder.resolve("aws-lambda-java-runtime-interface-client-0.jar");
        Files.copy(new JavaRuntimeJars(Functions.jars().jars()).client().orElseThrow(), jar);
        ClassArchive broken = new ClassArchive(JavaInstallation.own(), List.of(jar), "no.such.Main", Optional.of(jar));
        Path target = cache().resolve("classes");
        new ClassTraining(broken, target).start().waitFor();
        try (Stream<Path> files = Files.list(cache())) {
            assertThat(files).containsExactly(cache().resolve("classes.failed"));
        }
    }

    @Test
    void classFoldersAreNotArchived() throws IOException {
        ClassArchive archive =
                new ClassArchive(JavaInstallation.own(), List.of(Path.of("target", "classes")), MAIN, Optional.empty());
        assertThat(archive.isPossible()).isFalse();
        new SharedClasses(Optional.of(cache())).prepare(archive);
        assertThat(cache()).isEmptyDirectory();
    }

    @Test
    void withoutAFolderNothingIsShared() {
        SharedClasses none = new SharedClasses(Optional.empty());
        ClassArchive archive = archive(Functions.jars().jars());
        none.prepare(archive);
        assertThat(none.flags(archive)).isEmpty();
    }
}
