package io.github.sammaven.core.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.Setting;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        return ParameterCheck.ofValues(template, Map.of("P", value)).problems().stream()
                .map(Problem::message)
                .toList();
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
                "Type: String, MinLength: 2, MaxLength: 3 | ab",
                "'Type: String, AllowedValues: [1, true, x]' | true",
                "'Type: AWS::SSM::Parameter::Value<String>, AllowedPattern: x' | /name/of/it",
                "Type: AWS::EC2::VPC::Id | vpc-0a1b2c3d",
                "Type: AWS::EC2::VPC::Id | vpc-0a1b2c3d4e5f60718",
                "Type: List<AWS::EC2::Subnet::Id> | subnet-0a1b2c3d, subnet-0a1b2c3e",
                "Type: AWS::EC2::AvailabilityZone::Name | us-gov-west-1a",
                "Type: List<AWS::EC2::AvailabilityZone::Name> | us-west-2-lax-1a,us-east-1-wl1-bos-wlz-1a",
                "Type: AWS::EC2::KeyPair::KeyName | my key (old)",
                "Type: AWS::EC2::SecurityGroup::GroupName | web servers",
                "Type: AWS::Route53::HostedZone::Id | Z3M3LMPEXAMPLE",
                "Type: AWS::SSM::Parameter::Name | orders.table",
                "Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id> | /aws/service/ami-amazon-linux-latest/al2023",
                "Type: AWS::SSM::Parameter::Value<String> | /orders/table:3",
                "Type: AWS::SSM::Parameter::Value<String> | arn:aws:ssm:eu-central-1:123456789012:parameter/orders/table"
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
                "Type: Number, NoEcho: true | x | the value of parameter P is not a number",
                "Type: AWS::EC2::VPC::Id | subnet-0a1b2c3d | the value 'subnet-0a1b2c3d' of parameter P is no"
                        + " AWS::EC2::VPC::Id",
                "'Type: List<AWS::EC2::SecurityGroup::Id>' | sg-0a1b2c3d,web | the value 'web' of parameter P is no"
                        + " AWS::EC2::SecurityGroup::Id",
                "'Type: List<AWS::EC2::SecurityGroup::Id>' | '' | the value '' of parameter P is no"
                        + " AWS::EC2::SecurityGroup::Id",
                "Type: AWS::EC2::VPC::Id | vpc-12 | the value 'vpc-12' of parameter P is not as long as a"
                        + " AWS::EC2::VPC::Id of AWS",
                "Type: AWS::EC2::AvailabilityZone::Name | eu-central-1 | the value 'eu-central-1' of parameter P is no"
                        + " AWS::EC2::AvailabilityZone::Name",
                "Type: AWS::EC2::SecurityGroup::GroupName | sg-0a1b2c3d | the value 'sg-0a1b2c3d' of parameter P is no"
                        + " AWS::EC2::SecurityGroup::GroupName",
                "Type: AWS::EC2::KeyPair::KeyName, NoEcho: true | é | the value of parameter P is no"
                        + " AWS::EC2::KeyPair::KeyName",
                "Type: AWS::SSM::Parameter::Value<String> | two words | the value 'two words' of parameter P is no name in"
                        + " the Parameter Store: letters, digits and _ . - / only",
                "Type: AWS::SSM::Parameter::Name | orders/table | the value 'orders/table' of parameter P is no name in"
                        + " the Parameter Store: one with levels starts with /",
                "Type: AWS::SSM::Parameter::Name | ssm-table | the value 'ssm-table' of parameter P is no name in"
                        + " the Parameter Store: only those of AWS start with aws or ssm"
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

        assertThat(ParameterCheck.ofValues(template, Map.of("Stage", "DEV")).problems())
                .extracting(Problem::suggestion)
                .containsExactly("lower-case letters only");
    }

    @Test
    void warnsOfAPatternThatCannotBeReadHere() {
        Template template = template("Parameters:\n  P: {Type: String, AllowedPattern: '[a-z'}\n");

        assertThat(ParameterCheck.ofValues(template, Map.of("P", "ABC")).problems())
                .containsExactly(Problem.warning(
                        new SourceMark("template.yaml", 2, 37),
                        "the AllowedPattern of parameter P cannot be read here",
                        "The value is not held against it; CloudFormation may refuse it"));
    }

    @Test
    void tellsThePlaceOfTheValueAndOfTheDeclaration() {
        Template template = template("Parameters:\n  A: {Type: Number}\n  B: {Type: Number}\n");
        Map<String, Setting<String>> given = Map.of(
                "A", new Setting<>("x", new Origin("parameter_overrides", new SourceMark("samconfig.toml", 4, 3))),
                "B", new Setting<>("y", Origin.of("-Dsam.parameter.B")));

        assertThat(new ParameterCheck(template, given).problems())
                .containsExactly(
                        Problem.error(
                                new SourceMark("samconfig.toml", 4, 3),
                                "the value 'x' of parameter A is not a number",
                                "Declared at template.yaml:2:3"),
                        Problem.error(
                                new SourceMark("template.yaml", 3, 3),
                                "the value 'y' of parameter B is not a number",
                                "Given by -Dsam.parameter.B"));
    }

    @Test
    void warnsOfAValueNoParameterTakes() {
        Template template = template("Parameters:\n  Stage: {Type: String}\n");
        Map<String, Setting<String>> given = Map.of("Stagee", new Setting<>("x", Origin.of("-Dsam.parameter.Stagee")));

        assertThat(new ParameterCheck(template, given).problems())
                .containsExactly(Problem.warning(
                        SourceMark.NONE,
                        "Parameter Stagee is not declared in the template; its value is not used",
                        "Did you mean 'Stage'?\nGiven by -Dsam.parameter.Stagee"));
    }

    @Test
    void countsTheParameters() {
        String many = IntStream.rangeClosed(1, 201)
                .mapToObj(i -> "  P" + i + ": {Type: String}\n")
                .collect(Collectors.joining("", "Parameters:\n", ""));

        assertThat(ParameterCheck.ofValues(template(many), Map.of()).problems())
                .extracting(Problem::message)
                .containsExactly("Number of parameters 201 is over the limit of 200");
    }

    @Test
    void listsWhatIsDeclaredWhenNoNameIsNear() {
        Template template = template("Parameters:\n  Stage: {Type: String}\n  Size: {Type: Number}\n");

        assertThat(ParameterCheck.ofValues(template, Map.of("Unrelated", "x")).problems())
                .extracting(Problem::suggestion)
                .containsExactly("the template declares Stage, Size");
        assertThat(ParameterCheck.ofValues(template("Resources: {}"), Map.of("X", "x"))
                        .problems())
                .extracting(Problem::suggestion)
                .containsExactly("the template declares no parameters");
    }

    @Test
    void missesOnlyWhatHasNoValueFromAnywhere() {
        Template template = template(
                "Parameters:\n  A: {Type: String}\n  B: {Type: String, Default: ''}\n  C: {Type: String}\n  D: {Type: String}\n");
        ParameterCheck check = ParameterCheck.ofValues(template, Map.of("A", "x"));

        assertThat(check.withoutValue()).containsExactly("C", "D");
        assertThat(check.missing(Set.of("D"))).extracting(Problem::message).containsExactly("Parameter C has no value");
        assertThat(check.missing(Set.of("C", "D"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parameters: []", "Parameters:\n  A: text"})
    void copesWithATemplateThatIsNotWellFormed(String text) {
        assertThat(ParameterCheck.ofValues(template(text), Map.of()).problems()).isEmpty();
    }
}
