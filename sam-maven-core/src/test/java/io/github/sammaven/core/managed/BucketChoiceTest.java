package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "s3://acme, set -Dsam.s3Bucket=acme",
        "s3://acme/, set -Dsam.s3Bucket=acme",
        "s3://acme/orders/prod, set -Dsam.s3Bucket=acme -Dsam.s3Prefix=orders/prod"
    })
    void urlIsTakenApartWhenItIsGivenForTheName(String url, String wayOut) {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> BucketChoice.of(Optional.of(url), false))
                .withMessage("s3Bucket is the name of a bucket, '" + url + "' is a URL\n    " + wayOut);
    }

    @Test
    void namesBothWaysWhenNeitherIsGiven() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> BucketChoice.of(Optional.empty(), false))
                .withMessageContaining("-Dsam.s3Bucket=BUCKET")
                .withMessageContaining("-Dsam.resolveS3=true");
    }
}
