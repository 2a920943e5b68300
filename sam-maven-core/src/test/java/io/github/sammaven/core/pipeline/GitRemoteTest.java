package io.github.sammaven.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitRemoteTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/orders.git, github.com, acme/orders",
        "https://user:secret@github.com/acme/orders, github.com, acme/orders",
        "git@github.com:acme/orders.git, github.com, acme/orders",
        "ssh://git@gitlab.acme.example:2222/group/sub/orders.git, gitlab.acme.example, group/sub/orders",
    })
    void hostAndPathAreThoseOfTheAddress(String url, String host, String path) throws IOException {
        Files.createDirectory(root.resolve(".git"));
        Files.writeString(root.resolve(".git/config"), "[remote \"origin\"]\n\turl = " + url + "\n");

        assertThat(GitRemote.of(root)).containsExactly(new GitRemote(host, path));
    }

    @Test
    void thereIsNoneWithoutARepository() {
        assertThat(GitRemote.of(root)).isEqualTo(List.of());
    }
}
