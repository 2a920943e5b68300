package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterDeclarationTest {

    private static ParameterDeclaration declaration(String attributes) {
        String text = "Parameters:\n  P: {" + attributes + "}\n";
        return ParameterDeclaration.of(new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml"))
                .get("P");
    }

    private static String sentence(String attributes, String value) {
        return declaration(attributes)
                .violation(value)
                .map(violation -> violation.sentence("the value", "of P"))
                .orElse("fits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Type: Number | '-1.5e3' | fits",
                "Type: Number | '1e9999' | the value '1e9999' of P is not a number",
                "'Type: Number, AllowedValues: [1.0, 2]' | 1 | fits",
                "'Type: List<Number>, MaxValue: 2' | '1, 3' | the value '3' of P is over MaxValue 2",
                "'Type: CommaDelimitedList, AllowedValues: [a]' | '' | fits",
                "'Type: CommaDelimitedList, MinLength: 4' | 'ab' | fits",
                "'Type: String, MinLength: 4' | ' ab ' | fits",
                "'Type: String, MinLength: 4' | 'ab' | the value 'ab' of P is shorter than MinLength 4",
                "'Type: String, MinLength: many' | 'ab' | fits",
                "'Type: AWS::SSM::Parameter::Name, AllowedPattern: a' | '/b' | fits"
            })
    void holdsAValueToItsDeclaration(String attributes, String value, String sentence) {
        assertThat(sentence(attributes, value)).isEqualTo(sentence);
    }

    @Test
    void showsNothingOfASecret() {
        assertThat(sentence("Type: String, NoEcho: true, AllowedValues: [hush, shush]", "hus"))
                .isEqualTo("the value of P is none of the AllowedValues");
        assertThat(declaration("Type: String, NoEcho: true, AllowedValues: [hush, shush]")
                        .violation("hus")
                        .map(ParameterViolation::wayOut))
                .isEqualTo(Optional.of(""));
    }

    @Test
    void shortensALongValue() {
        assertThat(sentence("Type: Number", "x".repeat(200)))
                .isEqualTo("the value '" + "x".repeat(80) + "…' of P is not a number");
    }

    @Test
    void suggestsANearValueBeforeTheDescription() {
        ParameterDeclaration stage =
                declaration("Type: String, AllowedValues: [dev, prod], ConstraintDescription: a stage");

        assertThat(stage.violation("prd").map(ParameterViolation::wayOut)).hasValue("Did you mean 'prod'?");
        assertThat(stage.violation("xyzzy").map(ParameterViolation::wayOut)).hasValue("a stage");
    }
}
