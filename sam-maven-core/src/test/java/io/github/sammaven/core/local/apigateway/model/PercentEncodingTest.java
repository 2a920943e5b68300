package io.github.sammaven.core.local.apigateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a%20b, a b",
        "a+b, a+b",
        "%C3%A4%2F, ä/",
        "%c3%a4, ä",
        "%FFx, \uFFFDx",
        "100%, 100%",
        "%2, %2",
        "%zz%41, %zzA",
        "%2520, %20"
    })
    void escapesOfAPathAreDecodedAndAllElseStays(String escaped, String decoded) {
        assertThat(PercentEncoding.decode(escaped)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @CsvSource({"a+b, a b", "a%2Bb, a+b", "%20+, '  '"})
    void plusIsABlankInAQuery(String escaped, String decoded) {
        assertThat(PercentEncoding.decodeQuery(escaped)).isEqualTo(decoded);
    }
}
