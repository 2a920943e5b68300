package io.github.sammaven.core.transform.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final Node TREE = MappingNode.builder()
            .put("b", SequenceNode.of(ScalarNode.integer(1), MappingNode.of(Map.of()), SequenceNode.of()))
            .put("a", MappingNode.of("c", ScalarNode.string("é")))
            .put("e", MappingNode.of(Map.of()))
            .put("d", SequenceNode.of(ScalarNode.bool(true), ScalarNode.ofNull(SourceMark.NONE)))
            .build();

    @Test
    void keysAreSortedWithoutBlanksWhenCompact() {
        assertThat(CanonicalJson.compact(TREE))
                .isEqualTo("{\"a\":{\"c\":\"\\u00e9\"},\"b\":[1,{},[]],\"d\":[true,null],\"e\":{}}");
    }

    @Test
    void keysKeepTheirOrderWhenSpaced() {
        assertThat(CanonicalJson.spaced(TREE))
                .isEqualTo("{\"b\": [1, {}, []], \"a\": {\"c\": \"\\u00e9\"}, \"e\": {}, \"d\": [true, null]}");
    }

    @Test
    void linesAreIndentedByFourBlanksWhenIndented() {
        assertThat(CanonicalJson.indented(TREE)).isEqualTo("""
                        {
                            "a": {
                                "c": "\\u00e9"
                            },
                            "b": [
                                1,
                                {},
                                []
                            ],
                            "d": [
                                true,
                                null
                            ],
                            "e": {}
                        }""");
    }

    @Test
    void keysBeyondTheBasicPlaneAreSortedAfterAllOthers() {
        Node node = MappingNode.of(Map.of(
                "\uD83D\uDE00", ScalarNode.integer(2), "\uFB01", ScalarNode.integer(1), "", ScalarNode.integer(0)));
        assertThat(CanonicalJson.compact(node)).isEqualTo("{\"\":0,\"\\ufb01\":1,\"\\ud83d\\ude00\":2}");
    }

    @Test
    void everythingButPrintableAsciiIsEscaped() {
        assertThat(CanonicalJson.compact(ScalarNode.string("~ \u007f\0\n\t\r\f\b\"\\/\u2028")))
                .isEqualTo("\"~ \\u007f\\u0000\\n\\t\\r\\f\\b\\\"\\\\/\\u2028\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1.0",
        "1.50,1.5",
        "0.0,0.0",
        "-0.0,-0.0",
        "-2.5,-2.5",
        "0.1,0.1",
        "1e5,100000.0",
        "123e3,123000.0",
        "1e15,1000000000000000.0",
        "9999999999999998.0,9999999999999998.0",
        "1e16,1e+16",
        "123456789012345680.0,1.2345678901234568e+17",
        "2e23,2e+23",
        "1e23,1e+23",
        "0.0001,0.0001",
        "0.00002,2e-05",
        "1.1e-5,1.1e-05",
        "1e-7,1e-07",
        "1e-100,1e-100",
        "5e-324,5e-324",
        "2.2250738585072014e-308,2.2250738585072014e-308",
        "1.7976931348623157e308,1.7976931348623157e+308",
        "9007199254740993.0,9007199254740992.0",
        "0.30000000000000004,0.30000000000000004",
        "1e400,Infinity",
    })
    void floatIsShownInTheFewestDigitsThatGiveItBack(String number, String shown) {
        assertThat(CanonicalJson.compact(new ScalarNode(number, ScalarKind.FLOAT, SourceMark.NONE)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260101})
    void shownFloatReadsBackAsTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(ShortestFloat.of(Double.toString(value))))
                        .as("seed %d, number %d", seed, i)
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void integerIsShownAsItIsWritten() {
        String huge = "123456789012345678901234567890";
        assertThat(CanonicalJson.compact(new ScalarNode(huge, ScalarKind.INTEGER, SourceMark.NONE)))
                .isEqualTo(huge);
    }
}
