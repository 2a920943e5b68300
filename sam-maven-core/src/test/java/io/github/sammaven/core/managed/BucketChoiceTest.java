package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketChoiceTest {

    @Test
    void namesTheBucketWithoutAskingForTheManagedOne() {
        String name = BucketChoice.of(Optional.of("acme"), false).name(() -> {
            throw new AssertionError("asked");
        });

        assertThat(name).isEqualTo("acme");
    }

    @Test
    void refusesBoth() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> BucketChoice.of(Optional.of("acme"), true))
                .withMessageContaining("-Dsam.s3Bucket=BUCKET or -Dsam.resolveS3=true");
    }

    @Test
    void namesBothWaysWhenNeitherIsGiven() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> BucketChoice.of(Optional.empty(), false))
                .withMessageContaining("-Dsam.s3Bucket=BUCKET")
                .withMessageContaining("-Dsam.resolveS3=true");
    }
}
