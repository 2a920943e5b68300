package io.github.sammaven.core.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerIgnoreTest {

    private static DockerIgnore rules(String... lines) {
        return DockerIgnore.parse(".dockerignore", Arrays.asList(lines));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "target,target,false",
        "target,target/a/b.class,false",
        "target,src/target,true",
        "/target/,target/x,false",
        "./target,target/x,false",
        "a/../target,target/x,false",
        "../target,target/x,true",
        "/../target,target,false",
        "*/temp*,some/temporary.txt,false",
        "*/temp*,some/deep/temp,true",
        "temp?,tempa,false",
        "temp?,temp,true",
        "**,any/thing,false",
        "**/*.class,a/b/C.class,false",
        "**/*.class,C.class,false",
        "**/node_modules,a/node_modules/b/c.js,false",
        "a/**/z,a/z,false",
        "a/**/z,a/b/c/z,false",
        "a/**,a/b,false",
        "a/**,a,true",
        "**end,x/end,false",
        "**end,xend,true",
        "*.md;!README.md,README.md,true",
        "*.md;!README.md,other.md,false",
        "*.md; ! README.md,README.md,true",
        "!README.md;*.md,README.md,false",
        "docs;!docs/keep,docs/keep/a,true",
        "docs;!docs/keep,docs/a,false",
        "docs;!docs/keep;docs/keep/x,docs/keep/x,false",
        "# docs,docs,true",
        "\\# docs,# docs,false",
        "\\!docs,!docs,false",
        "[ab].txt,a.txt,false",
        "[ab].txt,c.txt,true",
        "[^ab].txt,c.txt,false",
        "[a&&b].txt,&.txt,false",
        "[a-c]x,bx,false",
        "a.b,axb,true",
        "a(b)|{c},a(b)|{c},false",
        ".,a,true",
        ".,b/c,true"
    })
    void lastRuleThatMatchesDecides(String rules, String path, boolean taken) {
        assertThat(rules(rules.split(";")).takes(path)).isEqualTo(taken);
    }

    @Test
    void excludedFoldersAreOnlySearchedIfSomethingMayBeTaken() {
        assertThat(rules("a").looksInto("a")).isFalse();
        assertThat(rules("a", "!a/b/c").looksInto("a")).isTrue();
        assertThat(rules("a", "!a/b/c").looksInto("a/b")).isTrue();
        assertThat(rules("a", "!b").looksInto("a")).isFalse();
        assertThat(rules("*", "!src/**").looksInto("src/main")).isTrue();
        assertThat(rules("*", "!**/*.go").looksInto("any")).isTrue();
    }

    @Test
    void linesTheEngineWouldNotUnderstandAreNamedTogether() {
        assertThatThrownBy(() -> rules("fine", "[open", "!", "# ["))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining(".dockerignore:2:1: '[open' is no pattern")
                .hasMessageContaining(".dockerignore:3:1: '!' is no pattern")
                .satisfies(e ->
                        assertThat(((InvalidTemplateException) e).problems()).hasSize(2));
    }

    @Test
    void byteOrderMarkIsNoPartOfAPattern() {
        assertThat(DockerIgnore.parse("x", List.of("\ufefftarget")).takes("target"))
                .isFalse();
    }
}
