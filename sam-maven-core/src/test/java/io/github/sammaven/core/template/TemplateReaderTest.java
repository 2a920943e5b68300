package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

    private static Template read(String text) {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    private static Node value(String yaml) {
        return read("v: " + yaml).root().get("v").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes            | BOOLEAN | true",
                "Off            | BOOLEAN | false",
                "y              | STRING  | y",
                "012345678901   | STRING  | 012345678901",
                "123456789012   | INTEGER | 123456789012",
                "0              | INTEGER | 0",
                "1_000          | INTEGER | 1000",
                "0x1F           | INTEGER | 31",
                "2010-09-09     | STRING  | 2010-09-09",
                "12:30          | STRING  | 12:30",
                "1.50           | FLOAT   | 1.50",
                ".5             | FLOAT   | 0.5",
                "1.             | FLOAT   | 1.0",
                "1e3            | STRING  | 1e3",
                "~              | NULL    | null",
                "null           | NULL    | null",
                "'\"yes\"'      | STRING  | yes",
                "!!str 5        | STRING  | 5",
                "arn:aws:s3:::b | STRING  | arn:aws:s3:::b"
            })
    void plainValuesAreReadAsTheSamToolsReadThem(String yaml, ScalarKind kind, String text) {
        assertThat(value(yaml)).isEqualTo(new ScalarNode(text, kind, SourceMark.NONE));
    }

    @Test
    void tagsBecomeLongFormsAndRememberTheirTag() {
        MappingNode attribute = value("!GetAtt A.B.C").asMapping().orElseThrow();
        assertThat(attribute)
                .isEqualTo(MappingNode.of(
                        "Fn::GetAtt", SequenceNode.of(ScalarNode.string("A"), ScalarNode.string("B.C"))));
        assertThat(attribute.isShortTag()).isTrue();
        assertThat(value("!Ref 'X'")).isEqualTo(MappingNode.of("Ref", ScalarNode.string("X")));
        assertThat(value("!Foo x")).isEqualTo(MappingNode.of("Fn::Foo", ScalarNode.string("x")));
        assertThat(value("!If [C, !Ref A, {Ref: B}]"))
                .isEqualTo(MappingNode.of(
                        "Fn::If",
                        SequenceNode.of(
                                ScalarNode.string("C"),
                                MappingNode.of("Ref", ScalarNode.string("A")),
                                MappingNode.of("Ref", ScalarNode.string("B")))));
    }

    @Test
    void valuesAndKeysKnowTheirPlace() {
        Template template = read("Resources:\n  Fn:\n    Type:   X\n");
        assertThat(template.resourceMark("Fn")).hasToString("template.yaml:2:3");
        assertThat(template.resource("Fn")
                        .orElseThrow()
                        .get("Type")
                        .orElseThrow()
                        .mark())
                .hasToString("template.yaml:3:13");
    }

    @Test
    void jsonIsReadWithTheSameTreeAndItsOwnPlaces() {
        Template json = read("{\n  \"Resources\": {\n\t\"Fn\": {\"Size\": 3, \"On\": \"yes\"}}}");
        assertThat(json.format()).isEqualTo(TemplateFormat.JSON);
        assertThat(json.root())
                .isEqualTo(read("Resources: {Fn: {Size: 3, On: 'yes'}}").root());
        assertThat(json.resourceMark("Fn")).hasToString("template.yaml:3:2");
    }

    @Test
    void mergeKeysGiveWayToOwnKeys() {
        MappingNode merged = read("base: &b {A: 1, B: 2}\nv:\n  <<: *b\n  B: 3\n  C: 4\n")
                .root()
                .mapping("v")
                .orElseThrow();
        assertThat(merged.keys()).containsExactly("A", "B", "C");
        assertThat(merged.text("B")).contains("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[-, a]             | ['-', a]",
                "[-]                | ['-']",
                "{a: -, -: b}       | {a: '-', '-': b}",
                "!Split [ -, 'a-,b, -,'] | {'Fn::Split': ['-', 'a-,b, -,']}"
            })
    void loneDashInAFlowListIsText(String yaml, String plain) {
        assertThat(value(yaml)).isEqualTo(value(plain));
    }

    @Test
    void duplicateKeyTakesTheLastValueAndIsFound() {
        Template template = read("A: 1\nB: 2\nA: 3\n");
        assertThat(template.root().text("A")).contains("3");
        assertThat(template.findings())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("template.yaml:3:1: 'A' is given twice, first in line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: [1, 2          | template.yaml:1:",
                "A: {b: c]         | template.yaml:1:9",
                "A: b: c           | template.yaml:1:5",
                "A: *nowhere       | template.yaml:1:4: the alias *nowhere has no anchor above it",
                "A: &a [*a]        | template.yaml:1:8: the alias *a contains itself",
                "A: !!set {a}      | template.yaml:1:4",
                "[a, b]            | template.yaml:1:1: a template is a mapping of sections",
                "plain             | template.yaml:1:1: a template is a mapping of sections",
                "{\"A\": }         | template.yaml:1:7: broken JSON",
                "{\"A\": 1} x      | template.yaml:1:10"
            })
    void brokenTextIsRefusedWithItsPlace(String text, String expected) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidTemplateException.class)
                .message()
                .startsWith(expected);
    }

    @Test
    void tabsAreExplained() {
        assertThatThrownBy(() -> read("A:\n\tB: 1\n"))
                .hasMessageStartingWith("template.yaml:2:1:")
                .hasMessageContaining("indent with spaces");
    }

    @Test
    void emptyFileIsRefused() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("the template is empty");
    }

    @Test
    void aliasBombIsRefusedWhereItExplodes() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageStartingWith("template.yaml:6:")
                .hasMessageContaining("aliases");
    }

    @Test
    void deepNestingIsRefused() {
        for (String opening :
                List.of("v: " + "[".repeat(100_000), "v: " + "{a: ".repeat(100_000), "{\"a\":".repeat(100_000))) {
            assertThatThrownBy(() -> read(opening))
                    .isInstanceOf(InvalidTemplateException.class)
                    .hasMessageContaining("deeper than 200 levels");
        }
    }
}
