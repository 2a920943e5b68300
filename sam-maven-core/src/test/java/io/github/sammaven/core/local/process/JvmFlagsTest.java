package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFlagsTest {

    @ParameterizedTest(name = "{0} MB")
    @CsvSource({
        "128, 111412, 13107, 6553",
        "512, 445646, 52428, 26214",
        "1769, 1565696, 163840, 81920",
        "10240, 10240000, 163840, 81920"
    })
    void memoryIsSplitAsLambdaDoes(int memoryMb, long heap, long metaspace, long codeCache) {
        assertThat(JvmFlags.of(memoryMb, 17, ""))
                .contains(
                        "-XX:MaxHeapSize=" + heap + "k",
                        "-XX:MaxMetaspaceSize=" + metaspace + "k",
                        "-XX:ReservedCodeCacheSize=" + codeCache + "k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-Xmx100m, -XX:MaxHeapSize=",
        "-XX:MaxRAMPercentage=50, -XX:MaxHeapSize=",
        "-XX:MaxMetaspaceSize=1g, -XX:MaxMetaspaceSize=",
        "-XX:+UseG1GC, -XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=4, -XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation, -XX:TieredStopAtLevel=1",
        "-Xshare:off, -Xshare:auto",
        "-Djava.net.preferIPv6Addresses=true, -Djava.net.preferIPv4Stack",
        "-Dfile.encoding=ISO-8859-1, -Dfile.encoding="
    })
    void choiceOfTheFunctionIsNotOverridden(String toolOptions, String flag) {
        assertThat(JvmFlags.of(512, 17, "-Dx=y " + toolOptions)).noneMatch(given -> given.startsWith(flag));
        assertThat(JvmFlags.of(512, 17, "-Dx=" + toolOptions)).anyMatch(given -> given.startsWith(flag));
    }

    @Test
    void nativeAccessIsAllowedWhereTheJvmWouldWarn() {
        assertThat(JvmFlags.of(512, 21, "")).doesNotContain("--enable-native-access=ALL-UNNAMED");
        assertThat(JvmFlags.of(512, 25, "")).contains("--enable-native-access=ALL-UNNAMED");
    }
}
