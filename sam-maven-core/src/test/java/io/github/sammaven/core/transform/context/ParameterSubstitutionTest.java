package io.github.sammaven.core.transform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSubstitutionTest {

    private static final Template TEMPLATE = template("""
            Parameters:
              Stage: {Type: String, Default: prod}
              Size: {Type: Number, Default: 5}
              Flag: {Type: String, Default: true}
              List: {Type: CommaDelimitedList, Default: [x, y]}
              Empty: {Type: String, Default: null}
              Loop: {Type: String, Default: {Ref: Loop}}
              Under_Score: {Type: String, Default: low}
              "A::B": {Type: String, Default: ab}
              Text: {Type: String, Default: "${Stage}"}
              Later: {Type: String, Default: "{{IntrinsicFunction:Other.Arn}}"}
              NoDefault: {Type: String}
              Odd: 3
            Mappings:
              Sizes:
                prod: {Memory: 512, Roles: [a, b], Name: {Ref: Stage}}
                flat: 7
              Flat: text
            """);
    private static final ParameterSubstitution SUBSTITUTION =
            new ParameterSubstitution(TEMPLATE, Map.of("Given", "g"), "cn-north-1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "!Ref Stage|prod",
                "!Ref Given|g",
                "!Ref Size|5",
                "!Ref Flag|true",
                "!Ref List|[x, y]",
                "!Ref Empty|null",
                "!Ref Loop|!Ref Loop",
                "!Ref Under_Score|low",
                "!Ref A::B|ab",
                "!Ref AWS::Region|cn-north-1",
                "!Ref AWS::Partition|aws-cn",
                "{'Fn::Sub': '${Stage}-${Given}'}|{'Fn::Sub': 'prod-g'}",
                "!Sub 'arn:${AWS::Partition}:${AWS::Region}:${AWS::AccountId}'|!Sub 'arn:aws-cn:cn-north-1:${AWS::AccountId}'",
                "!Sub ['${Stage}${Own}', {Stage: !Ref Stage, Own: !Sub '${Text}'}]|!Sub ['prod${Own}', {Stage: prod, Own: !Sub '${Stage}'}]",
                "!Sub ['${Stage}', 1, '${Stage}']|!Sub ['prod', 1, '${Stage}']",
                "!Sub '${${Stage}}'|!Sub '${prod}'",
                "!Sub '$${Stage}}'|!Sub '$prod}'",
                "{Fn::Sub: !Ref Text}|{Fn::Sub: '${Stage}'}",
                "{Ref: !Ref Stage}|{Ref: prod}",
                "{'Fn::If': [Stage, !Ref Stage, '${Stage}']}|{'Fn::If': [Stage, prod, '${Stage}']}",
                "{Condition: !Ref Stage}|{Condition: prod}",
                "[{a: [{b: !Ref Stage}], c: 1}]|[{a: [{b: prod}], c: 1}]",
            })
    void valueStandsInThePlaceOfItsParameter(String expression, String expected) {
        assertThat(SUBSTITUTION.resolve(node(expression))).isEqualTo(node(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref NoDefault",
                "!Ref Odd",
                "!Ref Unknown",
                "!Ref Later",
                "!Ref Stage.Arn",
                "!Ref AWS::StackName",
                "{Ref: [Stage]}",
                "{Ref: 5}",
                "{Ref: Stage, Other: 1}",
                "{Fn::Sub: '${Stage}', Other: 1}",
                "{Fn::Sub: {a: '${Stage}'}}",
                "!Sub '${!Stage}${ Stage }${Stage.Arn}${Under_Score}${A::B}${Later}${}${Stage'",
                "!Sub []",
                "!Sub [1, {Stage: x}]",
                "!FindInMap [Sizes, prod, Memory]",
                "'${Stage}'",
                "5",
                "null",
                "{}",
            })
    void expressionStaysTheSameInstanceWhenThereIsNothingToPutIn(String expression) {
        Node node = node(expression);
        assertThat(SUBSTITUTION.resolve(node)).isSameAs(node);
    }

    @Test
    void givenValueWinsOverDefault() {
        var substitution = new ParameterSubstitution(TEMPLATE, Map.of("Stage", "test"), "eu-west-1");
        assertThat(substitution.resolve(node("!Ref Stage"))).isEqualTo(node("test"));
        assertThat(substitution.resolve(node("!Ref AWS::Partition"))).isEqualTo(node("aws"));
    }

    @Test
    void valueIsMarkedWhereItIsPutIn() {
        MappingNode mapping = (MappingNode) node("{a: 1, b: !Ref Stage}");
        Node resolved = ((MappingNode) SUBSTITUTION.resolve(mapping)).get("b").orElseThrow();
        assertThat(resolved.mark()).isEqualTo(mapping.get("b").orElseThrow().mark());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Sub '${Size}'",
                "!Sub '${Flag}'",
                "!Sub '${List}'",
                "!Sub '${Empty}'",
                "!Sub ['${Size}', {Size: a}]"
            })
    void subRefusesValuesThatAreNoStrings(String expression) {
        assertThatThrownBy(() -> SUBSTITUTION.resolve(node(expression)))
                .isInstanceOfSatisfying(
                        InvalidResourceException.class,
                        refused -> assertThat(refused.error().logicalId()).isEmpty())
                .hasMessageContaining("not a string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "!FindInMap [Sizes, prod, Memory]|512",
                "!FindInMap [Sizes, !Ref Stage, Roles]|[a, b]",
                "!FindInMap [Sizes, prod, Name]|!Ref Stage",
                "[!FindInMap [Sizes, prod, Memory], !Ref Stage]|[512, prod]",
                "!FindInMap [Sizes, prod, Nope]|!FindInMap [Sizes, prod, Nope]",
                "!FindInMap [Sizes, nope, Memory]|!FindInMap [Sizes, nope, Memory]",
                "!FindInMap [Nope, prod, Memory]|!FindInMap [Nope, prod, Memory]",
                "!FindInMap [Sizes, prod, 5]|!FindInMap [Sizes, prod, 5]",
                "!FindInMap [Sizes, !Sub '${Stage}', Memory]|!FindInMap [Sizes, !Sub prod, Memory]",
                "!FindInMap [Sizes, !FindInMap [Sizes, prod, Memory], x]|!FindInMap [Sizes, 512, x]",
            })
    void mappingGivesTheValueThatPlainKeysLeadTo(String expression, String expected) {
        assertThat(SUBSTITUTION.resolveWithMappings(node(expression))).isEqualTo(node(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "!FindInMap [Sizes, prod]|three operands",
                "!FindInMap [Sizes, prod, Memory, {DefaultValue: 1}]|three operands",
                "!FindInMap text|three operands",
                "{Fn::FindInMap: {a: b}}|three operands",
                "!FindInMap [Flat, a, b]|two levels",
                "!FindInMap [Sizes, flat, b]|two levels",
            })
    void brokenLookupIsAnErrorOfTheTemplate(String expression, String message) {
        assertThatThrownBy(() -> SUBSTITUTION.resolveWithMappings(node(expression)))
                .isInstanceOf(InvalidResourceException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1234567})
    void randomTreesWithoutParametersStayTheSameInstance(long seed) {
        RandomExpressions expressions = new RandomExpressions(seed);
        for (int i = 0; i < 500; i++) {
            Node node = expressions.next();
            assertThat(SUBSTITUTION.resolve(node))
                    .as("seed %d, tree %d: %s", seed, i, node)
                    .isSameAs(node);
        }
    }

    private static Node node(String yaml) {
        return template("value: " + yaml).root().get("value").orElseThrow();
    }

    private static Template template(String yaml) {
        return new TemplateReader().parse(yaml, Path.of("template.yaml"), "template.yaml");
    }
}
