package io.github.sammaven.core.build.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFileTest {

    private static final String ELF_X86_64 = "7f454c4602010100000000000000000003003e00";
    private static final String ELF_AARCH64 = "7f454c460201010000000000000000000300b700";
    private static final String ELF_I386 = "7f454c4601010100000000000000000003000300";
    private static final String MACH_O = "cffaedfe0c000001000000000600000010000000";
    private static final String JAVA_CLASS = "cafebabe0000003d000000000000000000000000";

    @TempDir
    private Path folder;

    @Test
    void elfTellsItsMachine() throws IOException {
        assertThat(NativeFile.read(file("a.so", ELF_X86_64)))
                .hasValueSatisfying(found -> assertThat(found.architecture()).contains(Architecture.X86_64));
        assertThat(NativeFile.read(file("b.so", ELF_AARCH64)))
                .hasValueSatisfying(found -> assertThat(found.architecture()).contains(Architecture.ARM64));
    }

    @Test
    void machineLambdaDoesNotOfferHasNoArchitecture() throws IOException {
        assertThat(NativeFile.read(file("a.so", ELF_I386))).hasValueSatisfying(found -> {
            assertThat(found.architecture()).isEmpty();
            assertThat(found.description()).isEqualTo("Linux machine 0x3");
        });
        assertThat(NativeFile.read(file("a.dylib", MACH_O)))
                .map(NativeFile::description)
                .contains("macOS");
        assertThat(NativeFile.read(file("a.dll", "4d5a" + "00".repeat(18))))
                .map(NativeFile::description)
                .contains("Windows");
    }

    @Test
    void textAndJavaClassesHoldNoMachineCode() throws IOException {
        assertThat(NativeFile.read(file("A.class", JAVA_CLASS))).isEmpty();
        assertThat(NativeFile.read(file("empty", ""))).isEmpty();
        assertThat(NativeFile.read(file("MZ.txt", "4d5a" + "00".repeat(18)))).isEmpty();
    }

    @Test
    void youngestGlibcIsTheOneNeeded() throws IOException {
        Path library = Files.writeString(
                folder.resolve("lib.so"),
                "GLIBC_2.5\0GGLIBC_2.34\0GLIBC_2.17\0GLIBC_PRIVATE",
                StandardCharsets.US_ASCII);

        assertThat(GlibcVersion.neededBy(library)).isEqualTo(34);
    }

    @Test
    void libraryWithoutGlibcNeedsNone() throws IOException {
        assertThat(GlibcVersion.neededBy(Files.writeString(folder.resolve("lib.so"), "GLIBCXX_3.4")))
                .isZero();
    }

    private Path file(String name, String hex) throws IOException {
        return Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
    }
}
