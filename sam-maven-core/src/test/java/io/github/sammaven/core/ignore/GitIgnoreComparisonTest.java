package io.github.sammaven.core.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rules over random files: the same are left out as by git itself. */
class GitIgnoreComparisonTest {

    private static final List<String> NAMES =
            List.of("a", "b", "ab", "a.b", "A", "b-c", "[x]", "a b", "#a", "!a", "z9", "*");
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "A",
            ".",
            "*",
            "*",
            "**",
            "?",
            "/",
            "/",
            "**/",
            "/**",
            "/**/",
            "[ab]",
            "[!a]",
            "[^b]",
            "[a-c]",
            "[]x]",
            "[[:alpha:]]",
            "[[:digit:][:upper:]]",
            "[[:nope:]]",
            "[z-a]",
            "[a-]",
            "[\\]x]",
            "[a",
            "\\",
            "\\*",
            "\\[",
            "\\!",
            "\\#",
            " ",
            "\\ ",
            "-c",
            "9",
            "***",
            "[.-/]",
            "[[:a]",
            "]");

    @TempDir
    private Path folder;

    @BeforeEach
    void git() throws Exception {
        try {
            run(List.of("git", "init", "-q"), "");
        } catch (IOException absent) {
            assumeTrue(false, "git is not installed: " + absent.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sameFilesAreLeftOutAsByGit(long seed) throws Exception {
        Random random = new Random(seed);
        Path nestedRules = Files.createDirectory(folder.resolve("a"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(file(random));
        }
        for (int round = 0; round < 25; round++) {
            List<String> rules = rules(random, 1 + random.nextInt(6));
            List<String> nested = rules(random, random.nextInt(3));
            write(folder, rules);
            write(nestedRules, nested);
            Set<String> paths = new TreeSet<>();
            files.forEach(file -> paths.add(folder.relativize(file).toString()));
            assertThat(ignored(paths))
                    .as("seed %d, round %d, rules %s, in a: %s", seed, round, rules, nested)
                    .isEqualTo(ignoredByGit(paths));
        }
    }

    private Path file(Random random) throws IOException {
        Path parent = folder;
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            Path below = parent.resolve(pick(NAMES, random));
            parent = Files.isRegularFile(below) ? parent : below;
        }
        Files.createDirectories(parent);
        Path file = parent.resolve(pick(NAMES, random));
        return Files.exists(file) ? file : Files.writeString(file, "");
    }

    private static List<String> rules(Random random, int count) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder rule = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
            for (int piece = 1 + random.nextInt(5); piece > 0; piece--) {
                rule.append(pick(PIECES, random));
            }
            rules.add(rule.toString());
        }
        return rules;
    }

    private static void write(Path folder, List<String> rules) throws IOException {
        Files.writeString(folder.resolve(".gitignore"), String.join("\n", rules));
        Files.writeString(folder.resolve(".samignore"), String.join("\n", rules));
    }

    /** What lies below a folder that is left out is as well. */
    private Set<String> ignored(Set<String> paths) throws IOException {
        SamIgnore ignore = new SamIgnore(folder, folder.resolve("target"));
        Set<String> ignored = new TreeSet<>();
        for (String path : paths) {
            Path at = folder;
            for (Path part : Path.of(path)) {
                at = at.resolve(part);
                if (ignore.excludes(at, Files.isDirectory(at))) {
                    ignored.add(path);
                    break;
                }
            }
        }
        return ignored;
    }

    private Set<String> ignoredByGit(Set<String> paths) throws Exception {
        String answer = run(List.of("git", "check-ignore", "--no-index", "-z", "--stdin"), String.join("\0", paths));
        Set<String> ignored = new TreeSet<>(List.of(answer.split("\0")));
        ignored.remove("");
        return ignored;
    }

    private String run(List<String> command, String input) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
