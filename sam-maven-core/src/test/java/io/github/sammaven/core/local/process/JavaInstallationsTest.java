package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.SamEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaInstallationsTest {

    /** Versions that no JVM that runs this test has. */
    private static final int WANTED = 97;

    @TempDir
    private Path folder = Path.of("");

    private final List<SamEvent> events = new ArrayList<>();

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private JavaInstallation choose(Map<Integer, Path> given, Map<String, String> shell, String runtime) {
        return new JavaInstallations(given, shell, List.of(folder), events::add).of(runtime);
    }

    @Test
    void ownJavaRunsItsOwnVersion() {
        JavaInstallation chosen =
                choose(Map.of(), Map.of(), "java" + Runtime.version().feature());
        assertThat(chosen).isEqualTo(JavaInstallation.own());
        assertThat(events).isEmpty();
    }

    @Test
    void givenHomeWinsOverAllThatIsFound() throws IOException {
        Path given = jdk("given", WANTED + ".0.1");
        Path named = jdk("named", WANTED + ".0.2");
        JavaInstallation chosen =
                choose(Map.of(WANTED, given), Map.of("JAVA_HOME_" + WANTED, named.toString()), "java" + WANTED);
        assertThat(chosen).isEqualTo(new JavaInstallation(given, WANTED, WANTED + ".0.1"));
        assertThat(events).isEmpty();
    }

    @Test
    void givenHomeWithoutJavaIsAPlainError() {
        assertThatThrownBy(() -> choose(Map.of(WANTED, folder), Map.of(), "java" + WANTED))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("There is no JDK in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_HOME", "JAVA_HOME_97", "JAVA_HOME_97_X64", "JAVA97_HOME", "JDK_97"})
    void variableNamesAHome(String variable) throws IOException {
        Path home = jdk("elsewhere/jdk", "97");
        assertThat(choose(Map.of(), Map.of(variable, home.toString()), "java97.al2023")
                        .home())
                .isEqualTo(home);
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a-jdk, 97.0.3+9", "b.jdk/Contents/Home, 97-ea"})
    void homeIsFoundWhereTheSystemPutsThem(String name, String version) throws IOException {
        jdk("older", "1.8.0_392");
        Path home = jdk(name, version);
        assertThat(choose(Map.of(), Map.of(), "java97")).isEqualTo(new JavaInstallation(home, WANTED, version));
    }

    @Test
    void nearestNewerOneIsTakenWithAWarning() throws IOException {
        jdk("far", "99.0.1");
        Path near = jdk("near", "98");
        assertThat(choose(Map.of(), Map.of(), "java97").home()).isEqualTo(near);
        assertThat(events)
                .singleElement()
                .asString()
                .contains("Runtime java97 runs here on Java 98", "Install a JDK 97", "JAVA_HOME_97");
    }

    @Test
    void ownOneIsTakenWhereThereIsNoNewerAndToldOnce() {
        JavaInstallations installations = new JavaInstallations(Map.of(), Map.of(), List.of(folder), events::add);
        assertThat(installations.of("java97")).isEqualTo(JavaInstallation.own());
        assertThat(installations.of("java97")).isEqualTo(JavaInstallation.own());
        assertThat(events).hasSize(1);
    }

    @Test
    void folderWithoutVersionIsNoJava() throws IOException {
        Path home = jdk("odd", "97");
        Files.writeString(home.resolve("release"), "no version here");
        assertThat(JavaInstallation.in(home)).isEmpty();
        Files.delete(home.resolve("release"));
        assertThat(JavaInstallation.in(home)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "javascript", "java-17", "javax"})
    void runtimeWithoutVersionIsAPlainError(String runtime) {
        assertThatThrownBy(() -> JavaInstallations.versionOf(runtime))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("names no Java version");
    }

    @ParameterizedTest
    @CsvSource({"java8.al2, 8", "java11, 11", "java17.al2023, 17", "java25, 25"})
    void runtimeNamesItsVersion(String runtime, int version) {
        assertThat(JavaInstallations.versionOf(runtime)).isEqualTo(version);
    }
}
