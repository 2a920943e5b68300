package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairTextTest {

    private static final Origin ORIGIN = Origin.of("-Dsam.it");

    private static Map<String, String> read(String key, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        new MapReader(Path.of(""))
                .read(key, text, ORIGIN)
                .forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Stage=dev Size=3                                            | {Stage=dev, Size=3}",
                "  Stage=dev   Size=3                                        | {Stage=dev, Size=3}",
                "Name=\"two words\" Next=x                                   | {Name=two words, Next=x}",
                "Name='two words' Next=x                                     | {Name=two words, Next=x}",
                "\"Name\"=x 'Next'=y                                         | {Name=x, Next=y}",
                "Name=two\\ words                                            | {Name=two words}",
                "Name=\"say \\\"hi\\\"\"                                     | {Name=say \"hi\"}",
                "Name=it's                                                   | {Name=it's}",
                "Path=C:\\temp\\x                                            | {Path=C:\\temp\\x}",
                "Url=https://x/?a=b&c=d                                      | {Url=https://x/?a=b&c=d}",
                "Empty= Next=x                                               | {Empty=, Next=x}",
                "Empty=\"\"                                                  | {Empty=}",
                "List=a,b,c                                                  | {List=a,b,c}",
                "A=1 A=2                                                     | {A=2}",
                "ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue=2 | {A=1, B=2}",
                "ParameterKey=\"A\",ParameterValue=\"two words\"             | {A=two words}",
                "ParameterKey=A,ParameterValue=a,b                           | {A=a,b}",
                "C=3 ParameterKey=A,ParameterValue=1                         | {A=1}",
                "Note=\"a ParameterKey=A,ParameterValue=1\"                  | {Note=a ParameterKey=A,ParameterValue=1}"
            })
    void overridesAreReadFromTextAsTheSamCliReadsThem(String text, String expected) {
        assertThat(read("parameter_overrides", text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tags                | Owner=me cost:center=4/5 'two words'=x     | {Owner=me, cost:center=4/5, two words=x}",
                "tags                | aws@x=a=b                                  | {aws@x=a=b}",
                "metadata            | a=b c,d=e                                  | {a=b c, d=e}",
                "metadata            | {\"a\": \"b\", \"n\": 3}                   | {a=b, n=3}",
                "image_repositories  | Fn=1.dkr.ecr/x,Fn2=y Fn3=z                 | {Fn=1.dkr.ecr/x, Fn2=y, Fn3=z}",
                "signing_profiles    | Fn=Prof:Owner Fn2=P                        | {Fn=Prof:Owner, Fn2=P}",
                "add_host            | db:10.0.0.1,six:::1                        | {db=10.0.0.1, six=::1}",
                "watch_exclude       | Fn=a Fn=b                                  | {Fn=a,b}"
            })
    void everyMapOptionHasItsOwnForm(String key, String text, String expected) {
        assertThat(read(key, text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parameter_overrides | s3cret                         | does not start with a pair Key=Value",
                "parameter_overrides | my_key=s3cret                  | does not start with a pair Key=Value",
                "parameter_overrides | Password=two s3cret            | has text after the value of Password that is no pair",
                "parameter_overrides | Password=\"s3cret              | never closes the quote after Password=",
                "parameter_overrides | Password=\"s3cret\"s3cret      | has text after the closing quote of Password",
                "parameter_overrides | ParameterKey=Password,X=s3cret | has a ParameterKey without its ParameterValue",
                "tags                | s3cret                         | does not start with a pair Key=Value",
                "add_host            | s3cret                         | does not start with a pair Key:Value",
                "metadata            | {\"a\": s3cret                 | is broken JSON at character",
                "metadata            | {\"a\": [\"s3cret\"]}          | has a value that is no plain text at a"
            })
    void wrongTextIsRefusedWithoutItsValueWhenItCannotBeRead(String key, String text, String expected) {
        assertThatThrownBy(() -> read(key, text))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.it " + expected)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void linesSeparatePairsAsBlanksDo() {
        assertThat(read("parameter_overrides", "A=1\n  B=2\n"))
                .containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
        assertThat(read("parameter_overrides", " \n")).isEmpty();
    }

    @Test
    void quotedValuesComeBackAsTheyWere() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<String, String> pairs = randomPairs(random);
            StringBuilder text = new StringBuilder();
            pairs.forEach((key, value) -> text.append(key)
                    .append('=')
                    .append(quote(value, random.nextBoolean() ? '"' : '\''))
                    .append(' '));
            for (String option : new String[] {"parameter_overrides", "tags"}) {
                assertThat(read(option, text.toString()))
                        .as("seed %d, %s: %s", seed, option, text)
                        .isEqualTo(pairs);
            }
        }
    }

    private static Map<String, String> randomPairs(Random random) {
        String alphabet = "ab1 =,:/$\"'{}#é\t";
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            pairs.put("Key" + i, value.toString());
        }
        return pairs;
    }

    /** As a person would write it: the quote in use is escaped, the other kind stands as it is. */
    private static String quote(String value, char quote) {
        return quote + value.replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
