package io.github.sammaven.core.transform.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {

    @Test
    void markIsInFrontOfTheQuotes() {
        assertThat(printed("get", true)).isEqualTo("u'get'");
        assertThat(printed("get", false)).isEqualTo("'get'");
    }

    @Test
    void doubleQuotesOnlyAroundSingleOnes() {
        assertThat(printed("'*'", true)).isEqualTo("u\"'*'\"");
        assertThat(printed("\"a\"", false)).isEqualTo("'\"a\"'");
        assertThat(printed("'\"", false)).isEqualTo("'\\'\"'");
    }

    @ParameterizedTest
    @CsvSource({"9,\\t", "10,\\n", "13,\\r", "0,\\x00", "127,\\x7f", "233,\\xe9", "8364,\\u20ac", "128512,\\U0001f600"})
    void whatIsNotPrintableAsciiIsEscaped(int character, String escape) {
        assertThat(printed("a" + Character.toString(character) + "b", false)).isEqualTo("'a" + escape + "b'");
    }

    @Test
    void backslashIsDoubled() {
        assertThat(printed("\\d", false)).isEqualTo("'\\\\d'");
    }

    private static String printed(String text, boolean unicode) {
        StringBuilder out = new StringBuilder();
        PythonText.append(out, text, unicode);
        return out.toString();
    }
}
