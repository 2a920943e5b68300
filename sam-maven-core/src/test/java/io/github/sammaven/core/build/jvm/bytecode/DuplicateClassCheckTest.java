package io.github.sammaven.core.build.jvm.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sammaven.core.build.jvm.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateClassCheckTest {

    @TempDir
    private Path temp;

    private Path artifact() throws IOException {
        return Files.createDirectories(temp.resolve("artifact"));
    }

    private List<Finding> check(Map<String, Path> layers) throws IOException {
        try (CodePath path = CodePath.of(artifact(), layers, true, new JarFacts())) {
            return new DuplicateClassCheck().check(path);
        }
    }

    @Test
    void equalClassesInTwoPlacesAreNoMatter() throws IOException {
        JavaSources.jar(artifact().resolve("lib/a.jar"), Map.of("x/A.class", "1"));
        JavaSources.jar(artifact().resolve("lib/b.jar"), Map.of("x/A.class", "1"));
        Files.createDirectories(artifact().resolve("x"));
        Files.writeString(artifact().resolve("x/A.class"), "1");

        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void differentClassesInCodeAndLayerAreWarnedOfWithBothPlaces() throws IOException {
        JavaSources.jar(artifact().resolve("lib/a.jar"), Map.of("x/A.class", "1"));
        Path layer = temp.resolve("layer");
        JavaSources.jar(layer.resolve("java/lib/b.jar"), Map.of("x/A.class", "2"));

        assertThat(check(Map.of("Base", layer)))
                .extracting(Finding::message, Finding::refused)
                .containsExactly(tuple(
                        "x.A is in both lib/a.jar and layer Base (b.jar) with different content; lib/a.jar wins",
                        false));
    }

    @Test
    void differentClassInTheFunctionItselfIsWarnedOf() throws IOException {
        Files.createDirectories(artifact().resolve("x"));
        Files.writeString(artifact().resolve("x/A.class"), "own");
        JavaSources.jar(artifact().resolve("lib/a.jar"), Map.of("x/A.class", "1"));

        assertThat(check(Map.of())).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("the code of the function and lib/a.jar"));
    }

    @Test
    void jarOfALaterLayerReplacesTheOneOfItsName() throws IOException {
        JavaSources.jar(temp.resolve("one/java/lib/b.jar"), Map.of("x/A.class", "1"));
        JavaSources.jar(temp.resolve("two/java/lib/b.jar"), Map.of("x/A.class", "2"));

        assertThat(check(new TreeMap<>(Map.of("One", temp.resolve("one"), "Two", temp.resolve("two")))))
                .isEmpty();
    }

    @Test
    void metaInformationDoesNotCount() throws IOException {
        for (String jar : List.of("a", "b")) {
            JavaSources.jar(
                    artifact().resolve("lib/" + jar + ".jar"),
                    Map.of(
                            "module-info.class", jar,
                            "x/package-info.class", jar,
                            "META-INF/versions/9/x/A.class", jar,
                            "x/text.properties", jar));
        }

        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void manyAreCountedAndNotListed() throws IOException {
        for (int jar = 10; jar < 18; jar++) {
            JavaSources.jar(
                    artifact().resolve("lib/" + jar + ".jar"),
                    Map.of(
                            "x/A.class",
                            "a" + jar,
                            "x/B.class",
                            "b" + jar,
                            "x/C.class",
                            "c" + jar,
                            "x/D.class",
                            "" + jar));
        }

        List<Finding> findings = check(Map.of());
        assertThat(findings).hasSize(6);
        assertThat(findings.get(0).message())
                .isEqualTo("x.A, x.B, x.C and 1 more are in both lib/10.jar and lib/11.jar with different content;"
                        + " lib/10.jar wins");
        assertThat(findings.get(5).message()).isEqualTo("there are such files in 2 more pairs of places");
    }
}
