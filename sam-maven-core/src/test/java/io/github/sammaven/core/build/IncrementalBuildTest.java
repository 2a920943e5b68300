package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.content;
import static io.github.sammaven.core.build.BuildProject.function;
import static io.github.sammaven.core.build.BuildProject.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderRemoval;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalBuildTest {

    private static final String TEMPLATE = function("One", "python3.12", "one")
            + function("Two", "python3.12", "two")
            + function("Twin", "python3.12", "two")
            + layer("Deps", "deps", "Metadata: {BuildMethod: python3.12}");

    @TempDir
    private Path folder;

    private BuildProject project;

    @BeforeEach
    void write() throws IOException {
        project = new BuildProject(folder)
                .file("one/app.py", "one")
                .file("two/app.py", "two")
                .file("two/pkg/util.py", "util")
                .file("deps/python/dep.py", "dep");
    }

    @Test
    void nothingIsBuiltWhenNothingHasChanged() {
        BuildResult first = project.build(TEMPLATE);
        assertThat(first.built()).containsExactlyInAnyOrder("One", "Two", "Twin", "Deps");
        BuildResult second = project.build(TEMPLATE);
        assertThat(project.built).isEmpty();
        assertThat(second.built()).isEmpty();
        assertThat(second.artifacts()).isEqualTo(first.artifacts());
        assertThat(project.outcomes())
                .containsExactly("One UNCHANGED", "Two UNCHANGED", "Twin UNCHANGED", "Deps UNCHANGED");
    }

    @Test
    void onlyWhatHasChangedIsBuilt() throws IOException {
        project.build(TEMPLATE);
        project.file("two/pkg/util.py", "new");
        project.build(TEMPLATE);
        assertThat(project.built).containsExactly("Two");
        assertThat(project.outcomes()).containsExactly("One UNCHANGED", "Two BUILT", "Twin BUILT", "Deps UNCHANGED");
        assertThat(project.output().resolve("Twin/pkg/util.py")).hasContent("new");
    }

    @Test
    void newTimesAloneAreNoChange() throws IOException {
        project.build(TEMPLATE);
        Files.setLastModifiedTime(project.path("one/app.py"), FileTime.fromMillis(1_000_000_000));
        project.build(TEMPLATE);
        assertThat(project.built).isEmpty();
    }

    @Test
    void changedSettingsAreBuiltAnew() {
        project.build(TEMPLATE);
        project.build(TEMPLATE.replace("python3.12}\nTwo", "python3.13}\nTwo"));
        assertThat(project.built).containsExactly("One");
    }

    @Test
    void twinIsCopiedFromOneThatIsUpToDate() throws IOException {
        project.build(TEMPLATE);
        new FolderRemoval().remove(project.output().resolve("Two"));
        project.build(TEMPLATE);
        assertThat(project.built).isEmpty();
        assertThat(project.output().resolve("Two/pkg/util.py")).hasContent("util");
    }

    @Test
    void touchedArtifactIsMended() throws IOException {
        project.build(TEMPLATE);
        Files.writeString(project.output().resolve("One/app.py"), "xxx");
        Files.delete(project.output().resolve("Deps/python/dep.py"));
        project.build(TEMPLATE);
        assertThat(project.output().resolve("One/app.py")).hasContent("one");
        assertThat(project.output().resolve("Deps/python/dep.py")).hasContent("dep");
    }

    @Test
    void forgottenRunIsBuiltAnew() {
        project.build(TEMPLATE);
        BuildMemory memory = project.memory();
        memory.clear();
        project.built.clear();
        project.build(TEMPLATE, project.setup().withMemory(memory));
        assertThat(project.built).containsExactlyInAnyOrder("One", "Two", "Deps");
    }

    @Test
    void damagedMemoryIsBuiltAnew() throws IOException {
        project.build(TEMPLATE);
        try (Stream<Path> files = Files.walk(project.target().resolve("sam/cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        project.build(TEMPLATE);
        assertThat(project.built).containsExactlyInAnyOrder("One", "Two", "Deps");
    }

    @Test
    void failedBuildLeavesNothingThatLooksFinished() throws IOException {
        project.build(TEMPLATE);
        project.file("one/app.py", "newer");
        project.before = (target, output) -> {
            Files.writeString(output.resolve("half"), "half");
            throw new IOException("killed");
        };
        assertThatThrownBy(() -> project.build(TEMPLATE)).isInstanceOf(SamException.class);
        assertThat(project.index().read().orElseThrow())
                .extracting(BuiltArtifact::id)
                .containsExactly("Two", "Twin", "Deps");

        project.before = (target, output) -> {};
        project.build(TEMPLATE);
        assertThat(project.built).containsExactly("One");
        assertThat(content(project.output().resolve("One"))).containsOnlyKeys("app.py");
    }

    @Test
    void buildThatIsKilledIsNotTakenForFinishedThoughItsSourceIsAsBefore() throws IOException {
        project.build(TEMPLATE);
        project.file("one/app.py", "newer");
        project.before = (target, output) -> {
            throw new IllegalStateException("as if the process had died");
        };
        assertThatThrownBy(() -> project.build(TEMPLATE)).isInstanceOf(IllegalStateException.class);
        project.file("one/app.py", "one");
        project.before = (target, output) -> {};
        project.build(TEMPLATE);
        assertThat(project.built).containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void resultIsThatOfACleanBuildWhateverWasEdited(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            for (int edit = random.nextInt(4); edit > 0; edit--) {
                edit(random);
            }
            project.build(TEMPLATE);
            var incremental = content(project.output());
            new FolderRemoval().remove(project.target().resolve("clean"));
            BuildSetup plain = project.setup();
            BuildSetup clean = BuildSetup.of(
                            plain.modules(), project.target(), project.target().resolve("clean"))
                    .withWorkflows(plain.workflows());
            new ArtifactBuilder(clean).build(project.catalog(TEMPLATE), BuildSelection.ALL);
            assertThat(incremental).as("seed %d, round %d", seed, round).isEqualTo(content(clean.outputFolder()));
        }
    }

    /** Any change a person or tool may make to sources, also with the time and size of before, or to artifacts. */
    private void edit(Random random) throws IOException {
        List<String> roots = List.of("one", "two", "deps", "target/sam/build/One", "target/sam/build/Twin");
        int kind = random.nextInt(6);
        Path root = project.path(roots.get(random.nextInt(kind == 4 ? 3 : roots.size())));
        Files.createDirectories(root);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path file = files.isEmpty() ? root.resolve("first") : files.get(random.nextInt(files.size()));
        switch (kind) {
            case 0 -> Files.writeString(file, "text " + random.nextInt(1000));
            case 1 -> Files.writeString(file.resolveSibling("new" + random.nextInt(5)), "new");
            case 2 -> Files.deleteIfExists(file);
            case 3 ->
                Files.setPosixFilePermissions(
                        Files.exists(file) ? file : Files.createFile(file),
                        PosixFilePermissions.fromString(random.nextBoolean() ? "rwxr-xr-x" : "rw-r--r--"));
            case 4 -> {
                FileTime time = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(1);
                int size = Files.exists(file) ? (int) Files.size(file) : 3;
                Files.writeString(file, Integer.toString(random.nextInt(10)).repeat(size));
                Files.setLastModifiedTime(file, time);
            }
            default -> {
                Path moved = root.resolve("dir" + random.nextInt(3)).resolve("moved");
                Files.createDirectories(moved.getParent());
                if (Files.exists(file) && Files.notExists(moved)) {
                    Files.move(file, moved);
                }
            }
        }
    }
}
