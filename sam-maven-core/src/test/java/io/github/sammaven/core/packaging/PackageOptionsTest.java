package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.problem.InvalidOptionException;
import org.junit.jupiter.api.Test;

class PackageOptionsTest {

    @Test
    void joinsPrefixAndHashWithOneSlash() {
        assertThat(new PackageOptions("/orders/prod//", false, false).key("ab12"))
                .isEqualTo("orders/prod/ab12");
        assertThat(PackageOptions.defaults().key("ab12")).isEqualTo("ab12");
    }

    @Test
    void refusesAPrefixThatMakesKeysTooLong() {
        assertThat(new PackageOptions("x".repeat(982), false, false).key("")).hasSize(983);
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new PackageOptions("x".repeat(983), false, false))
                .withMessageContaining("keys of 1025 bytes, over the limit of 1024")
                .withMessageContaining("-Dsam.s3Prefix");
    }
}
