package io.github.sammaven.core.build.jvm.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.jvm.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassVersionCheckTest {

    private static final String OLD = "package acme; public class Old {}";
    private static final String NEW = "package acme; public class New {}";

    @TempDir
    private Path temp;

    private List<Finding> check(String runtime, int java, boolean preview) throws IOException {
        try (CodePath path = CodePath.of(artifact(), Map.of(), true, new JarFacts())) {
            return new ClassVersionCheck(runtime, java, preview).check(path);
        }
    }

    private Path artifact() {
        return temp.resolve("artifact");
    }

    @Test
    void classesOfTheRuntimesJavaAreAccepted() throws IOException {
        JavaSources.compile(artifact(), 11, List.of(), OLD);
        JavaSources.compile(artifact(), 17, List.of(), NEW);

        assertThat(check("java17", 17, false)).isEmpty();
        assertThat(check("java21", 21, false)).isEmpty();
    }

    @Test
    void ownClassForALaterJavaIsRefused() throws IOException {
        JavaSources.compile(artifact(), 8, List.of(), OLD);
        JavaSources.compile(artifact(), 17, List.of(), NEW);

        assertThat(check("java8.al2", 8, false)).singleElement().satisfies(finding -> {
            assertThat(finding.refused()).isTrue();
            assertThat(finding.message())
                    .isEqualTo("acme.New in the code of the function is compiled for Java 17, the runtime java8.al2 has"
                            + " Java 8");
            assertThat(finding.suggestion())
                    .contains("<maven.compiler.release>8</maven.compiler.release>")
                    .contains("Runtime: java17");
        });
    }

    @Test
    void jarForALaterJavaIsRefused() throws IOException {
        Files.createDirectories(artifact());
        JavaSources.jar(artifact().resolve("lib/late.jar"), JavaSources.compile(temp.resolve("late"), NEW));

        assertThat(check("java11", 11, false)).singleElement().satisfies(finding -> {
            assertThat(finding.refused()).isTrue();
            assertThat(finding.message()).startsWith("acme.New in lib/late.jar is compiled for Java 17");
        });
    }

    @Test
    void jarWithAFewLaterClassesIsWarnedOf() throws IOException {
        Files.createDirectories(artifact());
        Path mixed = JavaSources.compile(temp.resolve("mixed"), 8, List.of(), OLD);
        JavaSources.compile(mixed, 17, List.of(), NEW);
        JavaSources.jar(artifact().resolve("lib/mixed.jar"), mixed);

        assertThat(check("java11", 11, false)).singleElement().satisfies(finding -> {
            assertThat(finding.refused()).isFalse();
            assertThat(finding.message()).contains("acme.New in lib/mixed.jar");
        });
    }

    @Test
    void versionsOfMultiReleaseJarsAndModuleDescriptorsDoNotCount() throws IOException {
        Path classes = JavaSources.compile(temp.resolve("multi"), 8, List.of(), OLD);
        JavaSources.compile(classes.resolve("META-INF/versions/17"), NEW);
        Files.copy(classes.resolve("META-INF/versions/17/acme/New.class"), classes.resolve("module-info.class"));
        Files.createDirectories(artifact());
        JavaSources.jar(artifact().resolve("lib/multi.jar"), classes);

        assertThat(check("java8.al2", 8, false)).isEmpty();
    }

    @Test
    void previewFeaturesAreRefusedUnlessEnabledOnThatJava() throws IOException {
        Path file = JavaSources.compile(artifact(), 17, List.of(), NEW).resolve("acme/New.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[4] = (byte) 0xFF;
        bytes[5] = (byte) 0xFF;
        Files.write(file, bytes);

        assertThat(check("java17", 17, false)).singleElement().satisfies(finding -> {
            assertThat(finding.refused()).isTrue();
            assertThat(finding.message())
                    .isEqualTo("acme.New in the code of the function uses preview features of Java 17, which Lambda"
                            + " does not enable");
        });
        assertThat(check("java17", 17, true)).isEmpty();
        assertThat(check("java21", 21, true)).hasSize(1);
    }

    @Test
    void copiesOfAJarAreReadOnce() throws IOException {
        Path jar = JavaSources.jar(temp.resolve("a/late.jar"), JavaSources.compile(temp.resolve("late"), NEW));
        int[] reads = new int[1];
        JarFacts facts = new JarFacts();
        Path copy = Files.copy(
                jar,
                Files.createDirectories(temp.resolve("b")).resolve("late.jar"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (Path one : List.of(jar, copy, jar)) {
            facts.of(one, versions -> {
                reads[0]++;
                return new ClassFacts.Collector().build();
            });
        }

        assertThat(reads[0]).isEqualTo(1);
    }

    @Test
    void versionsAreKeptFromRunToRunUntilTheJarChanges() throws IOException {
        Files.createDirectories(artifact());
        Path jar = artifact().resolve("lib/late.jar");
        JavaSources.jar(jar, JavaSources.compile(temp.resolve("late"), NEW));
        Path memory = temp.resolve("cache/jars");
        List<Finding> first = check(JarFacts.rememberedIn(memory));
        List<String> lines = Files.readAllLines(memory);

        assertThat(first).hasSize(1);
        assertThat(check(JarFacts.rememberedIn(memory))).isEqualTo(first);
        Files.write(memory, List.of(lines.get(0).replace("acme.New\t17", "acme.New\t11")));
        assertThat(check(JarFacts.rememberedIn(memory))).isEmpty();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertThat(check(JarFacts.rememberedIn(memory))).isEqualTo(first);
    }

    @Test
    void memoryThatIsDamagedIsAsGoodAsNone() throws IOException {
        Files.createDirectories(artifact());
        JavaSources.jar(artifact().resolve("lib/late.jar"), JavaSources.compile(temp.resolve("late"), NEW));
        Path memory = temp.resolve("cache/jars");
        List<Finding> first = check(JarFacts.rememberedIn(memory));
        String line = Files.readAllLines(memory).get(0);

        for (String damaged : List.of("", "x", line.substring(0, line.length() - 5), line.replace("\t17", "\tx"))) {
            Files.writeString(memory, damaged);
            assertThat(check(JarFacts.rememberedIn(memory))).as(damaged).isEqualTo(first);
        }
    }

    private List<Finding> check(JarFacts facts) throws IOException {
        try (CodePath path = CodePath.of(artifact(), Map.of(), true, facts)) {
            List<Finding> findings = new ClassVersionCheck("java11", 11, false).check(path);
            facts.save();
            return findings;
        }
    }
}
