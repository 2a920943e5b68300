package io.github.sammaven.core.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.report.Pauser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CodeWatcherTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<Set<String>> changes = new ArrayList<>();
    private Path classes = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void writeCode() throws IOException {
        classes = Files.createDirectories(folder.resolve("target/classes/com/acme"));
        Files.writeString(classes.resolve("A.class"), "a");
        Files.writeString(classes.resolve("B.class"), "b");
        other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("app.py"), "app");
    }

    private CodeWatcher watcher() {
        return new CodeWatcher(
                Map.of("Hello", Set.of(folder.resolve("target/classes")), "Other", Set.of(other)),
                folder.resolve("target"),
                changes::add,
                Pauser.REAL);
    }

    private static void look(CodeWatcher watcher, int times) {
        for (int i = 0; i < times; i++) {
            watcher.look();
        }
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        look(watcher(), 5);
        assertThat(changes).isEmpty();
    }

    @Test
    void changeIsToldOnceTwoLooksAgree() throws IOException {
        CodeWatcher watcher = watcher();
        Files.writeString(classes.resolve("A.class"), "longer");
        look(watcher, 1);
        assertThat(changes).isEmpty();
        look(watcher, 1);
        assertThat(changes).containsExactly(Set.of("Hello"));
        look(watcher, 5);
        assertThat(changes).hasSize(1);
    }

    @Test
    void changeThatGoesOnIsNotToldYet() throws IOException {
        CodeWatcher watcher = watcher();
        for (int i = 0; i < 5; i++) {
            Files.writeString(classes.resolve("C" + i + ".class"), "c");
            look(watcher, 1);
        }
        assertThat(changes).isEmpty();
        look(watcher, 1);
        assertThat(changes).containsExactly(Set.of("Hello"));
    }

    @Test
    void sameContentWrittenAgainIsNoChange() throws IOException {
        CodeWatcher watcher = watcher();
        Files.writeString(classes.resolve("A.class"), "a");
        Files.setLastModifiedTime(classes.resolve("A.class"), FileTime.fromMillis(1));
        look(watcher, 5);
        assertThat(changes).isEmpty();
    }

    @Test
    void changeOfTheSameSizeIsSeen() throws IOException {
        CodeWatcher watcher = watcher();
        Files.writeString(classes.resolve("A.class"), "x");
        Files.setLastModifiedTime(classes.resolve("A.class"), FileTime.fromMillis(1));
        look(watcher, 2);
        assertThat(changes).containsExactly(Set.of("Hello"));
    }

    @Test
    void rebuildIsToldOnlyWhenItIsComplete() throws IOException {
        CodeWatcher watcher = watcher();
        Files.delete(classes.resolve("A.class"));
        Files.delete(classes.resolve("B.class"));
        look(watcher, 20);
        Files.delete(classes);
        Files.delete(classes.getParent());
        Files.delete(classes.getParent().getParent());
        look(watcher, 100);
        assertThat(changes).isEmpty();
        Files.createDirectories(classes);
        Files.writeString(classes.resolve("A.class"), "new a");
        look(watcher, 20);
        assertThat(changes).isEmpty();
        Files.writeString(classes.resolve("B.class"), "b");
        look(watcher, 2);
        assertThat(changes).containsExactly(Set.of("Hello"));
    }

    @Test
    void cleanBuildOfTheSameCodeIsNoChange() throws IOException {
        CodeWatcher watcher = watcher();
        Files.delete(classes.resolve("A.class"));
        look(watcher, 5);
        Files.writeString(classes.resolve("A.class"), "a");
        look(watcher, 5);
        assertThat(changes).isEmpty();
    }

    @Test
    void removedFileIsToldAfterALongerWhile() throws IOException {
        CodeWatcher watcher = watcher();
        Files.delete(classes.resolve("B.class"));
        look(watcher, 49);
        assertThat(changes).isEmpty();
        look(watcher, 1);
        assertThat(changes).containsExactly(Set.of("Hello"));
    }

    @Test
    void buildFolderInsideOfCodeIsNotLookedInto() throws IOException {
        CodeWatcher watcher =
                new CodeWatcher(Map.of("All", Set.of(folder)), folder.resolve("target"), changes::add, Pauser.REAL);
        Files.writeString(classes.resolve("A.class"), "new");
        look(watcher, 5);
        assertThat(changes).isEmpty();
        Files.writeString(other.resolve("app.py"), "new");
        look(watcher, 2);
        assertThat(changes).containsExactly(Set.of("All"));
    }

    @Test
    void archiveIsWatchedToo() throws IOException {
        Path jar = Files.writeString(folder.resolve("code.jar"), "one");
        CodeWatcher watcher =
                new CodeWatcher(Map.of("Hello", Set.of(jar)), folder.resolve("target"), changes::add, Pauser.REAL);
        Files.writeString(jar, "other");
        look(watcher, 2);
        assertThat(changes).containsExactly(Set.of("Hello"));
    }

    @Test
    void whatIsWatchedMayChange() throws IOException {
        CodeWatcher watcher = watcher();
        watcher.watch(Map.of("Other", Set.of(other)));
        Files.writeString(classes.resolve("A.class"), "new");
        Files.writeString(other.resolve("app.py"), "new");
        look(watcher, 2);
        assertThat(changes).containsExactly(Set.of("Other"));
    }

    @Test
    void fewPausesPassUntilAChangeIsTold() throws Exception {
        BlockingQueue<Set<String>> told = new LinkedBlockingQueue<>();
        SynchronousQueue<Duration> pauses = new SynchronousQueue<>();
        try (CodeWatcher watcher =
                new CodeWatcher(Map.of("Other", Set.of(other)), folder.resolve("target"), told::add, pauses::put)) {
            watcher.start();
            pauses.take();
            Files.writeString(other.resolve("app.py"), "new");
            int pausesTaken = 0;
            while (told.isEmpty()) {
                pauses.take();
                pausesTaken++;
            }
            assertThat(CodeWatcher.INTERVAL.multipliedBy(pausesTaken)).isLessThan(Duration.ofSeconds(1));
            assertThat(told.poll(1, TimeUnit.SECONDS)).containsExactly("Other");
        }
    }
}
