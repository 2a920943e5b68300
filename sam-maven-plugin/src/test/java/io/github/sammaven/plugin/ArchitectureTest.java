package io.github.sammaven.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the map of the plugin's packages, and keeps the engines of the core out of sight. */
class ArchitectureTest {

    private static final String BASE = "io.github.sammaven.plugin";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** A package and the other packages of the plugin it may use. Nobody uses {@code goal}. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "goal", Set.of("config", "reactor", "console", "wiring"),
            "config", Set.of("console"),
            "wiring", Set.of(),
            "reactor", Set.of(),
            "console", Set.of());

    static Stream<Arguments> arrows() {
        return ARROWS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrows")
    void usesOnlyThePackagesBelowIt(String name, Set<String> allowed) {
        Set<String> reachable = allowed.stream().map(ArchitectureTest::full).collect(Collectors.toSet());
        classes()
                .that()
                .resideInAPackage(full(name))
                .should()
                .onlyDependOnClassesThat(
                        new DescribedPredicate<>("are outside the plugin, in " + name + " or in " + allowed) {
                            @Override
                            public boolean test(JavaClass target) {
                                String home = target.getPackageName();
                                return !home.startsWith(BASE) || home.equals(full(name)) || reachable.contains(home);
                            }
                        })
                .check(MAIN);
    }

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> known = ARROWS.keySet().stream().map(ArchitectureTest::full).collect(Collectors.toSet());
        Set<String> present = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(present).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"software.amazon.awssdk", "io.undertow", "org.snakeyaml", "org.tomlj", "com.fasterxml"})
    void enginesOfTheCoreAreNeverSeen(String library) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(MAIN);
    }

    @Test
    void servicesAreWiredInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(full("wiring"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.sammaven.core.aws.sdk..")
                .check(MAIN);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .exists());
        }
    }

    private static String full(String name) {
        return BASE + "." + name;
    }
}
