package io.github.sammaven.core.build.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.container.BuildRequest.Switch;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtraParametersTest {

    private static ExtraParameters read(String... written) {
        return ExtraParameters.read(List.of(written), "F", new SourceMark("template.yaml", 3, 4));
    }

    @Test
    void knownOnesAreTakenInAllTheirForms() {
        ExtraParameters read = read(
                "--no-cache",
                "--pull",
                "--platform",
                "linux/arm64",
                "--label=a=b c",
                "--label d=e",
                "--label",
                "f",
                "--add-host=db:10.0.0.1",
                "--add-host",
                "cache=10.0.0.2",
                "--network host",
                "--build-arg",
                "X=1=2",
                "--target=slim",
                "--cache-from",
                "orders:latest",
                "--shm-size",
                "64m",
                "-m",
                "1G");
        assertThat(read.problems()).isEmpty();
        assertThat(read.switches()).containsExactlyInAnyOrder(Switch.NO_CACHE, Switch.PULL);
        assertThat(read.platform()).contains("linux/arm64");
        assertThat(read.labels()).isEqualTo(Map.of("a", "b c", "d", "e", "f", ""));
        assertThat(read.hosts()).containsExactly("cache:10.0.0.2", "db:10.0.0.1");
        assertThat(read.network()).contains("host");
        assertThat(read.arguments()).isEqualTo(Map.of("X", "1=2"));
        assertThat(read.target()).contains("slim");
        assertThat(read.cacheFrom()).containsExactly("orders:latest");
        assertThat(read.shmBytes()).hasValue(67_108_864L);
        assertThat(read.memoryBytes()).hasValue(1_073_741_824L);
    }

    @Test
    void sizesAndAddressesMayBeWrittenInSeveralWays() {
        assertThat(read("--memory", "1000").memoryBytes()).hasValue(1000L);
        assertThat(read("--memory", "2kb").memoryBytes()).hasValue(2048L);
        assertThat(read("--add-host", "cache=::1").hosts()).containsExactly("cache:::1");
    }

    @Test
    void whatMakesNoDifferenceIsPassedOver() {
        ExtraParameters read = read("--progress=plain", "--provenance", "false", "--sbom=false", "--load", "-q");
        assertThat(read.problems()).isEmpty();
        assertThat(read.switches()).isEmpty();
        assertThat(read("--no-cache=false").switches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--secret,'--secret needs BuildKit'",
        "--output,'--output needs BuildKit'",
        "--file,'--file is not taken here'",
        "--no-cach,'--no-cach is not known'",
        "--platform,'--platform has no value'",
        "--shm-size=lots,'--shm-size lots is no size'"
    })
    void restIsRefusedByName(String written, String message) {
        assertThat(read(written, "--label", "a=b").problems())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("template.yaml:3:4: F: DockerBuildExtraParams: " + message);
        assertThat(read("--no-cach").problems().get(0).suggestion()).contains("'--no-cache'");
    }

    @Test
    void allProblemsAreCollected() {
        assertThat(read("--secret", "id=x", "--ssh", "default").problems()).hasSize(2);
    }
}
