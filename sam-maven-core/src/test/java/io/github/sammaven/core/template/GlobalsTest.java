package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalsTest {

    private static MappingNode merged(String globals, String properties, String attributes, Set<String> ignored) {
        Template template = new TemplateReader()
                .parse(
                        "Globals: {Function: {%s}}\nResources:\n  F: {Type: AWS::Serverless::Function, %s Properties: {%s}}\n"
                                .formatted(globals, attributes, properties),
                        Path.of("t.yaml"),
                        "t.yaml");
        return new Globals(template).properties(template.resource("F").orElseThrow(), ignored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: 1              | A: 2            | {A=2}",
                "A: 1              | B: 2            | {A=1, B=2}",
                "A: 1              | A: ~            | {A=null}",
                "'A: [1, 2]'       | 'A: [2, 3]'     | {A=[1, 2, 2, 3]}",
                "'A: [1]'          | A: text         | {A=\"text\"}",
                "'A: {x: {y: 1, z: 1}}' | 'A: {x: {y: 2}, w: 3}' | {A={x={y=2, z=1}, w=3}}",
                "'A: {x: 1}'       | A: !Ref P       | {A={Ref=\"P\"}}",
                "A: !Ref P         | 'A: {x: 1}'     | {A={x=1}}",
                "'A: [1]'          | 'A: !If [C, [2], [3]]' | {A={Fn::If=[\"C\", [2], [3]]}}"
            })
    void valuesAreMergedByTheirKind(String globals, String own, String expected) {
        assertThat(merged(globals, own, "", Set.of())).hasToString(expected);
    }

    @Test
    void ignoredPropertiesAreNotTaken() {
        assertThat(merged("A: 1, B: 1, C: 1", "D: 1", "IgnoreGlobals: [A],", Set.of("B")))
                .hasToString("{C=1, D=1}");
        assertThat(merged("A: 1, B: 1", "D: 1", "IgnoreGlobals: '*',", Set.of()))
                .hasToString("{D=1}");
    }

    @Test
    void keysKnowTheirPlace() {
        MappingNode properties = merged("A: 1, B: 1", "B: 2", "", Set.of());
        assertThat(properties.keyMark("A").line()).isEqualTo(1);
        assertThat(properties.keyMark("B").line()).isEqualTo(3);
    }

    @Test
    void onlySamTypesHaveASection() {
        assertThat(Globals.sectionFor("AWS::Serverless::HttpApi")).contains("HttpApi");
        assertThat(Globals.sectionFor("AWS::Lambda::Function")).isEmpty();
        assertThat(Globals.sectionFor("AWS::Serverless::Application")).isEmpty();
    }
}
