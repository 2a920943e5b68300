package io.github.sammaven.core.local.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client library of the engine costs nothing where no container is needed. */
class LazyEngineTest {

    @Test
    void clientLibraryIsNotLoadedBeforeAContainerIsNeeded() throws IOException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessOnly.class.getName()))
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).contains("done").anyMatch(line -> line.contains("ChosenFunctionRunner"));
        assertThat(lines)
                .filteredOn(line -> line.contains("com.github.dockerjava") || line.contains("local.container.docker"))
                .isEmpty();
    }
}
