package io.github.sammaven.core.build.provided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeExecutableWorkflowTest {

    private static final byte[] PROGRAM = HexFormat.of().parseHex("7f454c4602010100000000000000000003003e00");

    @TempDir
    private Path folder;

    private Path module;
    private Path output;
    private Path artifact;

    @BeforeEach
    void givenAModule() throws IOException {
        module = Files.createDirectory(folder.resolve("orders"));
        output = Files.createDirectories(module.resolve("target/classes")).getParent();
        artifact = Files.createDirectory(folder.resolve("artifact"));
        Files.writeString(output.resolve("orders-1.0.jar"), "PK, and more than twenty characters");
    }

    @Test
    void oneProgramBecomesTheBootstrapWithItsLibraries() throws IOException {
        Files.write(output.resolve("orders"), PROGRAM);
        Files.write(output.resolve("libawt.so"), PROGRAM);
        SortedMap<String, String> before = FolderState.of(module);

        workflow().build(target(), artifact);

        assertThat(FolderState.of(artifact)).containsOnlyKeys("", "bootstrap", "libawt.so");
        assertThat(FolderState.of(artifact).get("bootstrap")).startsWith("rwxr-xr-x ");
        assertThat(FolderState.of(module)).isEqualTo(before);
        assertThat(workflow().inputs(target()).files())
                .containsExactlyInAnyOrder(output.resolve("orders"), output.resolve("libawt.so"));
    }

    @Test
    void runnerOfQuarkusIsPreferred() throws IOException {
        Files.write(output.resolve("other"), PROGRAM);
        Files.write(output.resolve("orders-1.0-runner"), PROGRAM);

        workflow().build(target(), artifact);

        assertThat(FolderState.of(artifact)).containsOnlyKeys("", "bootstrap");
    }

    @Test
    void functionArchiveIsUnpacked() throws IOException {
        archive(Map.of("bootstrap", PROGRAM, "cacerts", new byte[30]));

        workflow().build(target(), artifact);

        assertThat(FolderState.of(artifact)).containsOnlyKeys("", "bootstrap", "cacerts");
        assertThat(FolderState.of(artifact).get("bootstrap")).startsWith("rwxr-xr-x ");
        assertThat(workflow().inputs(target()).files()).containsExactly(output.resolve("function.zip"));
    }

    @Test
    void archiveOfAJavaFunctionIsRefused() throws IOException {
        archive(Map.of("lib/app.jar", new byte[30]));

        assertThatThrownBy(() -> workflow().build(target(), artifact))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("function.zip holds no bootstrap")
                .hasMessageContaining("Quarkus: -Dnative");
    }

    @Test
    void archiveWithAnEntryOutsideOfItIsRefused() throws IOException {
        archive(Map.of("../bootstrap", PROGRAM));

        assertThatThrownBy(() -> workflow().build(target(), artifact))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has an entry that leads out of it: ../bootstrap");
    }

    @Test
    void moduleWithoutAProgramIsRefusedWithTheWayToGetOne() {
        assertThatThrownBy(() -> workflow().build(target(), artifact))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: there is no native executable in " + output)
                .hasMessageContaining("mvn -Pnative package");
    }

    @Test
    void severalProgramsNeedAChoice() throws IOException {
        Files.write(output.resolve("one"), PROGRAM);
        Files.write(output.resolve("two"), PROGRAM);

        assertThatThrownBy(() -> workflow().build(target(), artifact))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("there are several native executables in " + output + ": one, two");
    }

    @Test
    void programForAnotherMachineIsRefused() throws IOException {
        Files.write(output.resolve("orders"), PROGRAM);

        assertThatThrownBy(() -> workflow().build(BuildTargets.on(Architecture.ARM64, target()), artifact))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(
                        "Orders: orders was built for Linux x86_64, and the function runs on Linux arm64");
    }

    @Test
    void folderThatIsNoModuleIsRefused() {
        BuildTarget elsewhere = BuildTargets.function("Orders", "provided.al2023", folder);

        assertThat(workflow().isFor(target())).isTrue();
        assertThat(workflow().isFor(elsewhere)).isFalse();
        assertThatThrownBy(() -> workflow().build(elsewhere, artifact))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("is no module of this build");
    }

    private void archive(Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(output.resolve("function.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private BuildTarget target() {
        return BuildTargets.function("Orders", "provided.al2023", module);
    }

    private NativeExecutableWorkflow workflow() {
        Path classes = output.resolve("classes");
        RuntimeJar jar = new RuntimeJar("g", "orders", "1.0", "", classes, true);
        return new NativeExecutableWorkflow(
                path -> Optional.of(path)
                        .filter(module::equals)
                        .map(found -> new BuildOutput("orders", classes, jar, List.of())),
                new FolderContent(folder.resolve("none")));
    }
}
