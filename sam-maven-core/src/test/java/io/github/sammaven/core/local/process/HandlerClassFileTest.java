package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.SamEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerClassFileTest {

    @TempDir
    private Path root = Path.of("");

    private final List<SamEvent> events = new ArrayList<>();

    private static byte[] classFile(int compiledFor) {
        return ByteBuffer.allocate(10)
                .putInt(0xCAFEBABE)
                .putShort((short) 0)
                .putShort((short) (compiledFor + 44))
                .array();
    }

    private void check(int compiledFor, String runtime, int java) throws IOException {
        Path file = root.resolve("shop/Orders.class");
        Files.createDirectories(file.getParent());
        Files.write(file, classFile(compiledFor));
        check(root, runtime, java);
    }

    private void check(Path entry, String runtime, int java) {
        JavaInstallation installation = new JavaInstallation(Path.of("/jdk"), java, java + ".0.1");
        HandlerClassFile.check("Orders", runtime, "shop.Orders::handle", List.of(entry), installation, events::add);
    }

    @ParameterizedTest
    @CsvSource({"8, java17, 17", "17, java17, 17", "17, java17, 25", "21, java21, 25"})
    void classTheRuntimeLoadsPasses(int compiledFor, String runtime, int java) throws IOException {
        check(compiledFor, runtime, java);
        assertThat(events).isEmpty();
    }

    @Test
    void classOnlyTheRuntimeInAwsLoadsIsAPlainError() {
        assertThatThrownBy(() -> check(21, "java21", 17))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Orders: shop.Orders was compiled for Java 21")
                .hasMessageContaining("the newest Java found here is 17")
                .hasMessageContaining("JAVA_HOME_21");
    }

    @ParameterizedTest
    @CsvSource({"21, java17, 17", "25, java17, 21"})
    void classTheRuntimeCannotLoadIsAPlainError(int compiledFor, String runtime, int java) {
        assertThatThrownBy(() -> check(compiledFor, runtime, java))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("which runtime java17 cannot load")
                .hasMessageContaining("<maven.compiler.release>17");
    }

    @Test
    void classThatOnlyWorksHereIsWarnedOf() throws IOException {
        check(21, "java17", 25);
        assertThat(events)
                .singleElement()
                .asString()
                .contains("runs here on Java 25, but in AWS runtime java17 cannot load it");
    }

    @Test
    void classInAJarIsFoundWhereTheVersionsDiffer() throws IOException {
        Path jar = root.resolve("orders.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("shop/Orders.class"));
            zip.write(classFile(21));
        }
        assertThatThrownBy(() -> check(jar, "java21", 17)).hasMessageContaining("was compiled for Java 21");
        check(jar, "java17", 17);
        assertThat(events).isEmpty();
        check(jar, "java17", 21);
        assertThat(events).hasSize(1);
        check(Files.writeString(root.resolve("broken.jar"), "x"), "java21", 17);
    }

    @Test
    void handlerThatIsNoFileHereIsLeftToTheJvm() {
        JavaInstallation java = JavaInstallation.own();
        HandlerClassFile.check("Orders", "java17", "shop.InAJar", List.of(root), java, events::add);
        assertThat(events).isEmpty();
    }

    @Test
    void fileThatIsNoClassIsLeftToTheJvm() throws IOException {
        Files.writeString(root.resolve("Short.class"), "x");
        HandlerClassFile.check("Orders", "java17", "Short", List.of(root), JavaInstallation.own(), events::add);
        assertThat(events).isEmpty();
    }
}
