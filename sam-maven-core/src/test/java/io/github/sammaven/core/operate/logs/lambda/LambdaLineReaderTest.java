package io.github.sammaven.core.operate.logs.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.operate.logs.lambda.LambdaLine.Kind;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaLineReaderTest {

    private static final String ID = "0b1f6a52-1111-4222-8333-444455556666";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            START RequestId: %s Version: $LATEST                                              | START    | true
            END RequestId: %s                                                                 | END      | true
            2026-11-21T14:30:00.123Z %s Task timed out after 3.00 seconds                     | FAILURE  | true
            RequestId: %s Process exited before completing request                            | FAILURE  | true
            RequestId: %s Error: Runtime exited with error: exit status 1                     | FAILURE  | true
            2026-11-21T14:30:00.123Z %s INFO hello                                            | OUTPUT   | true
            INIT_START Runtime Version: java:17.v40 Runtime Version ARN: arn:aws:lambda       | PLATFORM | false
            hello world                                                                       | OUTPUT   | false
            STARTED                                                                           | OUTPUT   | false
            {"time":"t","type":"platform.start","record":{"requestId":"%s","version":"1"}}    | START    | true
            {"time":"t","type":"platform.runtimeDone","record":{"requestId":"%s"}}            | END      | true
            {"time":"t","type":"platform.initStart","record":{"phase":"init"}}                | PLATFORM | false
            {"timestamp":"t","level":"INFO","message":"hello","requestId":"%s"}               | OUTPUT   | true
            {"timestamp":"t","level":"INFO","message":"hello","AWSRequestId":"%s"}            | OUTPUT   | true
            {broken %s                                                                        | OUTPUT   | false
            """)
    void kindAndRequestAreRead(String message, Kind kind, boolean named) {
        LambdaLine line = LambdaLineReader.read(message.replace("%s", ID));
        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.requestId().filter(ID::equals).isPresent()).isEqualTo(named);
        assertThat(line.report()).isEmpty();
    }

    @Test
    void reportIsReadFromText() {
        String message = "REPORT RequestId: " + ID + "\tDuration: 3.41 ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\t"
                + "Max Memory Used: 88 MB\tInit Duration: 112.80 ms\t\n";
        LambdaLine line = LambdaLineReader.read(message);
        assertThat(line.kind()).isEqualTo(Kind.REPORT);
        assertThat(line.report()).contains(new InvocationReport("", 3.41, 4, 512, 88, OptionalDouble.of(112.8)));
        assertThat(line.report().orElseThrow().isFailure()).isFalse();
    }

    @Test
    void reportWithAStatusIsAFailure() {
        LambdaLine line = LambdaLineReader.read("REPORT RequestId: " + ID + "\tDuration: 3000.00 ms\t"
                + "Billed Duration: 3000 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\tStatus: timeout");
        assertThat(line.report())
                .contains(new InvocationReport("timeout", 3000, 3000, 128, 30, OptionalDouble.empty()));
        assertThat(line.report().orElseThrow().isFailure()).isTrue();
    }

    @Test
    void reportIsReadFromJson() {
        LambdaLine line = LambdaLineReader.read("""
                {"time":"2026-11-21T14:30:00Z","type":"platform.report","record":{"requestId":"%s","status":"success",
                "metrics":{"durationMs":3.41,"billedDurationMs":4,"memorySizeMB":512,"maxMemoryUsedMB":88,
                "restoreDurationMs":40.5}}}""".formatted(ID));
        assertThat(line.report()).contains(new InvocationReport("success", 3.41, 4, 512, 88, OptionalDouble.of(40.5)));
        assertThat(line.report().orElseThrow().isFailure()).isFalse();
    }
}
