package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCheckTest {

    private static Template template(String parameters) {
        return new TemplateReader().parse(parameters, Path.of("template.yaml"), "template.yaml");
    }

    private static List<String> problems(String declaration, String value) {
        Template template = template("Parameters:\n  P: {" + declaration + "}\nResources: {}\n");
        return new ParameterCheck(template, Map.of("P", value))
                .problems().stream().map(Problem::message).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: Number | 3.5",
                "Type: Number, MinValue: 1, MaxValue: 5 | 5",
                "Type: List<Number> | 1, 2,3",
                "'Type: CommaDelimitedList, AllowedValues: [a, b]' | a, b,a",
                "Type: String, AllowedPattern: '[a-z]+' | abc",
                "Type: String, AllowedPattern: '[a-z' | ABC",
                "Type: String, MinLength: 2, MaxLength: 3 | ab",
                "'Type: String, AllowedValues: [1, true, x]' | true",
                "'Type: AWS::SSM::Parameter::Value<String>, AllowedPattern: x' | /name/of/it",
                "Type: AWS::EC2::VPC::Id | vpc-1"
            })
    void takesAValueThatIsAllowed(String declaration, String value) {
        assertThat(problems(declaration, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: Number | x | the value 'x' of parameter P is not a number",
                "Type: Number, MaxValue: 5 | 6 | the value '6' of parameter P is over MaxValue 5",
                "Type: Number, MinValue: 5 | 4 | the value '4' of parameter P is under MinValue 5",
                "Type: List<Number> | 1,b | the value 'b' of parameter P is not a number",
                "'Type: CommaDelimitedList, AllowedValues: [a, b]' | a,c | the value 'c' of parameter P is none of the"
                        + " AllowedValues a, b",
                "Type: String, AllowedPattern: '[a-z]+' | aBc | the value 'aBc' of parameter P does not match AllowedPattern"
                        + " [a-z]+",
                "Type: String, MaxLength: 2 | abc | the value 'abc' of parameter P is longer than MaxLength 2",
                "Type: Number, NoEcho: true | x | the value of parameter P is not a number"
            })
    void refusesAValueThatIsNotAllowed(String declaration, String value, String message) {
        assertThat(problems(declaration, value)).containsExactly(message);
    }

    @Test
    void countsTheBytesOfAValue() {
        assertThat(problems("Type: String", "é".repeat(2048))).isEmpty();
        assertThat(problems("Type: String", "é".repeat(2048) + "x"))
                .containsExactly("the value of parameter P has 4097 bytes; CloudFormation takes at most 4096 bytes");
    }

    @Test
    void saysWhatIsWantedWhenTheTemplateDoes() {
        Template template = template("""
                Parameters:
                  Stage:
                    Type: String
                    AllowedPattern: "[a-z]+"
                    ConstraintDescription: lower-case letters only
                """);

        assertThat(new ParameterCheck(template, Map.of("Stage", "DEV")).problems())
                .extracting(Problem::suggestion)
                .containsExactly("lower-case letters only");
    }

    @Test
    void listsWhatIsDeclaredWhenNoNameIsNear() {
        Template template = template("Parameters:\n  Stage: {Type: String}\n  Size: {Type: Number}\n");

        assertThat(new ParameterCheck(template, Map.of("Unrelated", "x")).problems())
                .extracting(Problem::suggestion)
                .containsExactly("the template declares Stage, Size");
        assertThat(new ParameterCheck(template("Resources: {}"), Map.of("X", "x")).problems())
                .extracting(Problem::suggestion)
                .containsExactly("the template declares no parameters");
    }

    @Test
    void missesOnlyWhatHasNoValueFromAnywhere() {
        Template template = template(
                "Parameters:\n  A: {Type: String}\n  B: {Type: String, Default: ''}\n  C: {Type: String}\n  D: {Type: String}\n");
        ParameterCheck check = new ParameterCheck(template, Map.of("A", "x"));

        assertThat(check.withoutValue()).containsExactly("C", "D");
        assertThat(check.missing(Set.of("D"))).extracting(Problem::message).containsExactly("Parameter C has no value");
        assertThat(check.missing(Set.of("C", "D"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parameters: []", "Parameters:\n  A: text"})
    void copesWithATemplateThatIsNotWellFormed(String text) {
        assertThat(new ParameterCheck(template(text), Map.of()).problems()).isEmpty();
    }
}
