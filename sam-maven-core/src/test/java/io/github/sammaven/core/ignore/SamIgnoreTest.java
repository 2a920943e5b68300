package io.github.sammaven.core.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamIgnoreTest {

    @TempDir
    private Path folder;

    private void rules(String file, String... lines) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, String.join("\n", lines));
    }

    private boolean excludesFile(String name) throws IOException {
        return new SamIgnore(folder, folder.resolve("build")).excludes(folder.resolve(name), false);
    }

    private boolean excludesFolder(String name) throws IOException {
        return new SamIgnore(folder, folder.resolve("build")).excludes(folder.resolve(name), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git",
                ".svn",
                ".hg",
                ".idea",
                ".vscode",
                ".DS_Store",
                "Thumbs.db",
                ".aws-sam",
                ".samignore",
                "build"
            })
    void whatToolsLeaveBehindIsLeftOutByItself(String name) throws IOException {
        assertThat(excludesFolder(name)).isTrue();
        assertThat(excludesFile("kept")).isFalse();
        rules(".samignore", "!" + name);
        assertThat(excludesFolder(name)).isFalse();
    }

    @Test
    void targetIsLeftOutBesideAPomOnly() throws IOException {
        assertThat(excludesFolder("target")).isFalse();
        rules("module/pom.xml", "<project/>");
        assertThat(excludesFolder("module/target")).isTrue();
        assertThat(excludesFile("module/target")).isFalse();
        assertThat(excludesFolder("target")).isFalse();
    }

    @Test
    void lastRuleAndDeepestFileCount() throws IOException {
        rules(
                ".samignore",
                "*.log",
                "!keep.log",
                "/only-here",
                "docs/",
                "a/**/z",
                "# no rule",
                "\\#one",
                "x\\ ",
                "end  ");
        rules("sub/.samignore", "!*.log", "*.txt");
        assertThat(excludesFile("a.log")).isTrue();
        assertThat(excludesFile("keep.log")).isFalse();
        assertThat(excludesFile("sub/a.log")).isFalse();
        assertThat(excludesFile("sub/a.txt")).isTrue();
        assertThat(excludesFile("a.txt")).isFalse();
        assertThat(excludesFile("only-here")).isTrue();
        assertThat(excludesFile("sub/only-here")).isFalse();
        assertThat(excludesFile("docs")).isFalse();
        assertThat(excludesFolder("sub/docs")).isTrue();
        assertThat(excludesFile("a/z")).isTrue();
        assertThat(excludesFile("a/b/c/z")).isTrue();
        assertThat(excludesFile("#one")).isTrue();
        assertThat(excludesFile("# no rule")).isFalse();
        assertThat(excludesFile("x ")).isTrue();
        assertThat(excludesFile("end")).isTrue();
    }

    @Test
    void linesMayEndAsOnWindowsAndStartWithAByteOrderMark() throws IOException {
        rules(".samignore", "\uFEFFfirst\r", "second\r", "");
        assertThat(excludesFile("first")).isTrue();
        assertThat(excludesFile("second")).isTrue();
    }

    @Test
    void oneCharacterIsOneAlsoBeyondAscii() throws IOException {
        rules(".samignore", "a?c", "[ä-ö]");
        assertThat(excludesFile("aéc")).isTrue();
        assertThat(excludesFile("a😀c")).isTrue();
        assertThat(excludesFile("a/c")).isFalse();
        assertThat(excludesFile("é")).isTrue();
    }

    @Test
    void fileThatIsNoTextIsNamed() throws IOException {
        Files.write(folder.resolve(".samignore"), new byte[] {'a', (byte) 0xFF});
        assertThatThrownBy(() -> excludesFile("a"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(".samignore is not UTF-8 text");
    }
}
