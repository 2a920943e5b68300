package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerIgnoreTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "target,target,false",
        "target,target/a/b.class,false",
        "target,src/target,true",
        "/target/,target/x,false",
        "./target,target/x,false",
        "*/temp*,some/temporary.txt,false",
        "*/temp*,some/deep/temp,true",
        "temp?,tempa,false",
        "temp?,temp,true",
        "**/*.class,a/b/C.class,false",
        "**/*.class,C.class,false",
        "**/node_modules,a/node_modules/b/c.js,false",
        "a/**/z,a/z,false",
        "a/**/z,a/b/c/z,false",
        "*.md;!README.md,README.md,true",
        "*.md;!README.md,other.md,false",
        "!README.md;*.md,README.md,false",
        "docs;!docs/keep,docs/keep/a,true",
        "docs;!docs/keep,docs/a,false",
        "# docs,docs,true",
        "[ab].txt,a.txt,false",
        "[ab].txt,c.txt,true",
        "a.b,axb,true",
        ".,a,true"
    })
    void lastRuleThatMatchesDecides(String rules, String path, boolean taken) {
        assertThat(DockerIgnore.of(Arrays.asList(rules.split(";"))).takes(path)).isEqualTo(taken);
    }

    @Test
    void excludedFoldersAreOnlySearchedIfSomethingMayBeTaken() {
        assertThat(DockerIgnore.of(Arrays.asList("a")).looksInto("a")).isFalse();
        assertThat(DockerIgnore.of(Arrays.asList("a", "!a/b")).looksInto("a")).isTrue();
    }

    @Test
    void dockerfileAndIgnoreFileAreAlwaysTaken(@TempDir Path context) throws IOException {
        Files.writeString(context.resolve(".dockerignore"), "*");
        DockerIgnore usual = DockerIgnore.of(context, "Dockerfile");
        assertThat(usual.takes("Dockerfile")).isTrue();
        assertThat(usual.takes(".dockerignore")).isTrue();
        assertThat(usual.takes("other")).isFalse();
        Files.writeString(context.resolve("Dockerfile.dockerignore"), "nothing");
        assertThat(DockerIgnore.of(context, "Dockerfile").takes("other")).isTrue();
    }

    @Test
    void everythingIsTakenWithoutAFile(@TempDir Path context) throws IOException {
        assertThat(DockerIgnore.of(context, "Dockerfile").takes("any/thing")).isTrue();
    }
}
