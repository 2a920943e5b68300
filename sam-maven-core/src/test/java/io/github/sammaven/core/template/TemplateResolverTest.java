package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateResolverTest {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage: {Type: String, Default: dev}
              Missing: {Type: String}
              Size: {Type: Number, Default: 512}
              Subnets: {Type: CommaDelimitedList, Default: "a, b ,c"}
              Numbers: {Type: "List<Number>", Default: "1, 2"}
              Image: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path}
              Odd: {Type: String, Default: [a]}
            Mappings:
              M:
                us-east-1: {k: east, list: [x, y]}
                eu-west-1: {k: west}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsDev: !Not [!Condition IsProd]
              Both: !And [!Condition IsProd, !Condition IsDev]
              Either: !Or [{Condition: IsProd}, {Condition: IsDev}]
              AsText: !Equals ["true", true]
              Unknown: !Equals [!Ref Missing, x]
              FalseAnyway: !And [!Condition Unknown, !Condition IsProd]
              TrueAnyway: !Or [!Condition Unknown, !Condition IsDev]
              StillUnknown: !And [!Condition Unknown, !Condition IsDev]
              CircleA: !Not [!Condition CircleB]
              CircleB: !Not [!Condition CircleA]
              NoTruth: !Ref Stage
            Resources:
              Fn1: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
              Named: {Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub "${Stage}-fn"}}
              Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Named, Name: live}}
              Q: {Type: AWS::SQS::Queue}
              Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
              Table: {Type: AWS::Serverless::SimpleTable}
              Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "files-${AWS::Region}"}}
              Flow: {Type: AWS::Serverless::StateMachine, Properties: {Name: flow}}
              Role: {Type: AWS::IAM::Role}
              Api: {Type: AWS::Serverless::Api}
              Child: {Type: AWS::Serverless::Application}
              SelfNamed: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub "${SelfNamed}-x"}}
            """;

    private static final Template READ = new TemplateReader().parse(TEMPLATE, Path.of("t.yaml"), "t.yaml");

    private static Node node(String yaml) {
        return new TemplateReader()
                .parse("v: " + yaml, Path.of("v.yaml"), "v.yaml")
                .root()
                .get("v")
                .orElseThrow();
    }

    private static Resolution resolve(String yaml, LocalValues values) {
        return new TemplateResolver(READ, values).resolve(node(yaml));
    }

    private static Resolution resolve(String yaml) {
        return resolve(yaml, LocalValues.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Fn::Join': ['-', [a, {Ref: 'AWS::Region'}]]}       | a-us-east-1",
                "{'Fn::Sub': '${AWS::StackName}-${Stage}'}            | local-dev",
                "{'Fn::Select': [1, {'Fn::Split': [',', 'x,y']}]}     | y",
                "{'Fn::GetAtt': [Fn1, Arn]}   | arn:aws:lambda:us-east-1:123456789012:function:Fn1",
                "{'Fn::FindInMap': [M, {Ref: 'AWS::Region'}, k]}      | east",
                "{'Fn::If': [IsProd, p, d]}                           | d",
                "{Ref: 'AWS::AccountId'}                              | 123456789012",
                "{'Fn::Sub': ['${D}/x', {D: example.com}]}            | example.com/x",
                "!Sub '${Q.Arn};${Q}'           | arn:aws:sqs:us-east-1:123456789012:Q;Q"
            },
            quoteCharacter = '`')
    void acceptanceExamplesGiveTheirValue(String yaml, String expected) {
        Resolution resolution = resolve(yaml);
        assertThat(resolution.isComplete()).as(resolution.toString()).isTrue();
        assertThat(resolution.value().asText()).contains(expected);
    }

    @Test
    void unknownAttributeKeepsTheWholeText() {
        String text = "!Sub '${Q.Arn}|${Q}|${Q.Other}'";
        Resolution resolution = resolve(text);
        assertThat(resolution.value()).isEqualTo(node(text));
        assertThat(resolution.errors()).isEmpty();
        assertThat(resolution.unknown()).singleElement().satisfies(unknown -> {
            assertThat(unknown.expression()).isEqualTo("${Q.Other}");
            assertThat(unknown.reason()).isEqualTo("the attribute exists only after deployment");
            assertThat(unknown.mark()).hasToString("v.yaml:1:4");
        });
    }

    @Test
    void importedValueIsUnknownUnlessItIsGiven() {
        assertThat(resolve("!ImportValue x").unknown())
                .singleElement()
                .extracting(Unresolved::expression, Unresolved::reason)
                .containsExactly("!ImportValue x", "it is exported by another stack");
        LocalValues given = new LocalValues(Map.of(), Map.of(), "us-east-1", "1", "s", Map.of(), Map.of("x", "y"));
        assertThat(resolve("!ImportValue x", given).value()).isEqualTo(ScalarNode.string("y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Stage                               | \"dev\"",
                "!Ref Size                                | 512",
                "!Ref Subnets                             | [\"a\", \"b\", \"c\"]",
                "!Ref Numbers                             | [1, 2]",
                "!Ref AWS::NotificationARNs               | []",
                "[a, !Ref AWS::NoValue, b]                | [\"a\", \"b\"]",
                "{A: !Ref AWS::NoValue, B: 1}             | {B=1}",
                "!If [IsDev, !Ref AWS::NoValue, x]        | null",
                "!If [IsProd, !ImportValue x, d]          | \"d\"",
                "!If [IsDev, {A: !Ref Stage}, d]          | {A=\"dev\"}",
                "!If [!Equals [a, a], y, n]               | \"y\"",
                "!Ref Q                                   | \"Q\"",
                "!Ref Bucket                              | \"files-us-east-1\"",
                "!Ref Fn1Role                             | \"Fn1Role\"",
                "!Ref ServerlessRestApi                   | \"ServerlessRestApi\"",
                "!Ref SelfNamed                           | \"SelfNamed-x\"",
                "!Ref Live | \"arn:aws:lambda:us-east-1:123456789012:function:dev-fn:live\"",
                "!GetAtt Named.Arn | \"arn:aws:lambda:us-east-1:123456789012:function:dev-fn\"",
                "{'Fn::GetAtt': Topic.TopicArn} | \"arn:aws:sns:us-east-1:123456789012:news\"",
                "!GetAtt Table.Arn | \"arn:aws:dynamodb:us-east-1:123456789012:table/Table\"",
                "!GetAtt Bucket.Arn                       | \"arn:aws:s3:::files-us-east-1\"",
                "!GetAtt Bucket.DomainName                | \"files-us-east-1.s3.amazonaws.com\"",
                "!GetAtt Flow.Arn | \"arn:aws:states:us-east-1:123456789012:stateMachine:flow\"",
                "!GetAtt Role.Arn                         | \"arn:aws:iam::123456789012:role/Role\"",
                "!GetAtt Fn1Role.Arn                      | \"arn:aws:iam::123456789012:role/Fn1Role\"",
                "!GetAtt Q.QueueUrl | \"https://sqs.us-east-1.amazonaws.com/123456789012/Q\"",
                "!GetAtt Api.RootResourceId               | \"/\"",
                "!Sub '${!Stage} ${Stage'                 | \"${Stage} ${Stage\"",
                "!Sub ['${A.B}', {A.B: !Ref Size}]        | \"512\"",
                "!Sub ['${A}', {A: '${Stage}'}]           | \"${Stage}\"",
                "!Sub '[${AWS::NoValue}]'                 | \"[]\"",
                "!Join [',', !Ref Subnets]                | \"a,b,c\"",
                "!Join ['', [1, true, x]]                 | \"1truex\"",
                "!Select ['0', !Ref Subnets]              | \"a\"",
                "!Select [1, [!ImportValue x, b]]         | \"b\"",
                "!Split ['.', 'a.b.']                     | [\"a\", \"b\", \"\"]",
                "!Base64 'ü'                              | \"w7w=\"",
                "!FindInMap [M, us-east-1, list]          | [\"x\", \"y\"]",
                "!FindInMap [M, nowhere, k, {DefaultValue: !Ref Stage}] | \"dev\"",
                "!GetAZs ''                         | [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"]",
                "!Select [2, !GetAZs eu-west-3]           | \"eu-west-3c\"",
                "!Length [1, !Ref AWS::NoValue, !Ref Size] | 2",
                "!Length [!Ref Subnets]                   | 1",
                "{'Fn::Length': !Ref Subnets}             | 3",
                "!ToJsonString {A: !Ref Stage, B: [1, no]} | \"{\"A\":\"dev\",\"B\":[1,false]}\"",
                "!Equals [1, '1']                         | true",
                "{Condition: IsProd}                      | {Condition=\"IsProd\"}",
                "!Condition IsDev                         | true",
                "'{{resolve:ssm:/a}}'                     | \"{{resolve:ssm:/a}}\"",
                "!Cidr [10.0.0.0/16, 3]             | [\"10.0.0.0/24\", \"10.0.1.0/24\", \"10.0.2.0/24\"]",
                "!Cidr [192.168.7.9/24, 2, 5]             | [\"192.168.7.0/27\", \"192.168.7.32/27\"]",
                "!Cidr ['2001:db8:1234:1a00::/56', 2, 64] | [\"2001:db8:1234:1a00::/64\", \"2001:db8:1234:1a01::/64\"]"
            },
            quoteCharacter = '`')
    void functionsGiveTheirValue(String yaml, String expected) {
        Resolution resolution = resolve(yaml);
        assertThat(resolution.isComplete()).as(resolution.toString()).isTrue();
        assertThat(resolution.value()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Missing             | the parameter has no default and no value is given",
                "!Ref Image               | its value is in the Parameter Store of the account",
                "!Ref Fn1.Version         | SAM makes the resource it names during deployment",
                "!GetAtt Child.Outputs.X  | it is an output of the nested stack Child",
                "!GetAtt Fn1.Alias.Arn    | the attribute exists only after deployment",
                "!Transform {Name: X}     | CloudFormation expands it during deployment",
                "!RefAll x                | it works only in the Rules section",
                "!If [Unknown, a, b]      | the parameter has no default and no value is given",
                "!Join ['', [!Ref Missing]] | the parameter has no default and no value is given"
            })
    void whatOnlyAwsKnowsStaysAsItIs(String yaml, String reason) {
        Resolution resolution = resolve(yaml);
        assertThat(resolution.value()).isEqualTo(node(yaml));
        assertThat(resolution.errors()).isEmpty();
        assertThat(resolution.unknown())
                .singleElement()
                .extracting(Unresolved::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Select [3, [a, b]]            | Fn::Select asks for item 3, the list has 2",
                "!Select [-1, [a, b]]           | the index of Fn::Select must be a whole number from 0",
                "!Select [0, text]              | Fn::Select takes a list, this is a string",
                "!FindInMap [M, us-east-1, z]   | Fn::FindInMap finds no 'z' in Mappings.M.us-east-1",
                "!FindInMap [N, a, b]           | Fn::FindInMap finds no 'N' in Mappings",
                "!FindInMap [M, a]              | Fn::FindInMap takes a mapping name and two keys",
                "!If [CircleA, 1, 2]            | the condition CircleA depends on itself",
                "!If [NoTruth, 1, 2]            | a condition must be true or false",
                "!If [Nowhere, 1, 2]            | there is no condition 'Nowhere'",
                "!If [IsDev, 1]                 | Fn::If takes the name of a condition and two values",
                "!Ref Stag                      | !Ref Stag names no parameter or resource",
                "!Ref Odd                       | !Ref Odd takes parameter Odd, whose Default is a list",
                "!Ref [a]                       | Ref takes a name, this is a list",
                "!Ref AWS::Regoin               | !Ref AWS::Regoin names no pseudo parameter",
                "!GetAtt Fnn.Arn                | !GetAtt Fnn.Arn names no resource",
                "!GetAtt Fn1                    | !GetAtt Fn1 names no attribute",
                "!GetAtt []                     | Fn::GetAtt takes a logical id and an attribute",
                "!Sub '${Stag}'                 | ${Stag} names no parameter or resource",
                "!Sub '${Subnets}'              | ${Subnets} in Fn::Sub is a list, not text",
                "!Sub '${ Stage }'              | Fn::Sub cannot take the name ' Stage '",
                "!Sub [a, b]                    | the second argument of Fn::Sub must be a mapping",
                "!Sub {a: b}                    | Fn::Sub takes a text, and a mapping of its variables",
                "!Join [',', [[a]]]             | Fn::Join joins text, one of its items is a list",
                "!Join [',', a]                 | Fn::Join takes a delimiter and a list",
                "!Join [!Ref AWS::NoValue, [a]] | Fn::Join cannot take AWS::NoValue as an argument",
                "!Split ['', a]                 | Fn::Split takes a delimiter and a text",
                "!Base64 [a]                    | Fn::Base64 takes text, this is a list",
                "!Length a                      | Fn::Length takes a list, this is a string",
                "!ToJsonString a                | Fn::ToJsonString takes a mapping or a list, this is a string",
                "!GetAZs [a]                    | Fn::GetAZs takes the name of a region",
                "!Cidr [10.0.0.0/33, 1]         | Fn::Cidr takes a block, a count and the number of host bits",
                "!Cidr [10.0.0.0/24, 2, 8]      | Fn::Cidr: 2 blocks of 8 host bits do not fit into 10.0.0.0/24",
                "!Cidr [10.0.0.0/8, 257]        | Fn::Cidr makes 1 to 256 blocks, 257 are asked for",
                "!ImportValue [a]               | Fn::ImportValue takes the name of an export",
                "!Jion [a]                      | there is no function Fn::Jion",
                "{'Fn::Sub': a, B: c}           | Fn::Sub must be the only key of its mapping"
            })
    void whatCanNeverWorkIsAnErrorWithItsPlace(String yaml, String message) {
        Resolution resolution = resolve(yaml);
        assertThat(resolution.unknown()).isEmpty();
        assertThat(resolution.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.mark().line()).isPositive())
                .extracting(Problem::message)
                .isEqualTo(message);
    }

    @Test
    void namesThatAreNearlyRightAreSuggested() {
        assertThat(resolve("!Ref Tabel").errors().get(0).suggestion()).isEqualTo("Did you mean 'Table'?");
        assertThat(resolve("!Jion [a]").errors().get(0).suggestion()).isEqualTo("Did you mean 'Fn::Join'?");
        assertThat(resolve("!If [IsProt, a, b]").errors().get(0).suggestion()).isEqualTo("Did you mean 'IsProd'?");
    }

    @ParameterizedTest
    @CsvSource({
        "IsProd, false",
        "IsDev, true",
        "Both, false",
        "Either, true",
        "AsText, true",
        "FalseAnyway, false",
        "TrueAnyway, true"
    })
    void conditionsAreDecided(String name, boolean expected) {
        assertThat(new TemplateResolver(READ, LocalValues.defaults()).condition(name))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown", "StillUnknown", "CircleA", "NoTruth", "Nowhere"})
    void conditionsThatCannotBeToldAreEmpty(String name) {
        assertThat(new TemplateResolver(READ, LocalValues.defaults()).condition(name))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1,      aws,        amazonaws.com",
        "cn-north-1,     aws-cn,     amazonaws.com.cn",
        "us-gov-west-1,  aws-us-gov, amazonaws.com",
        "us-iso-east-1,  aws-iso,    c2s.ic.gov",
        "us-isob-east-1, aws-iso-b,  sc2s.sgov.gov",
        "eu-isoe-west-1, aws-iso-e,  cloud.adc-e.uk",
        "us-isof-east-1, aws-iso-f,  csp.hci.ic.gov",
        "eusc-de-east-1, aws-eusc,   amazonaws.eu"
    })
    void partitionFollowsTheRegion(String region, String partition, String suffix) {
        Resolution resolution = resolve(
                "!Sub '${AWS::Partition} ${AWS::URLSuffix} ${AWS::StackId} ${Fn1.Arn}'",
                LocalValues.of(Map.of(), region));
        assertThat(resolution.value().asText())
                .contains(("%1$s %2$s arn:%1$s:cloudformation:%3$s:123456789012:stack/local/"
                                + "51af3dc0-da77-11e4-872e-1234567db123"
                                + " arn:%1$s:lambda:%3$s:123456789012:function:Fn1")
                        .formatted(partition, suffix, region));
    }

    @Test
    void givenValuesWin() {
        LocalValues given = new LocalValues(
                Map.of("Stage", "prod", "Subnets", "z", "Missing", "m"),
                Map.of(),
                "eu-west-1",
                "111111111111",
                "shop",
                Map.of("Q", "https://queue", "Q.Other", "o", "Image", "ami-1"),
                Map.of());
        assertThat(resolve(
                                "[!Ref Subnets, !Ref Missing, !Sub '${Q}|${Q.Other}|${Stage}', !GetAtt Q.Other, !Ref Image]",
                                given)
                        .value())
                .hasToString("[[\"z\"], \"m\", \"https://queue|o|prod\", \"o\", \"ami-1\"]");
        assertThat(new TemplateResolver(READ, given).condition("IsProd")).contains(true);
        assertThat(new TemplateResolver(READ, given).parameter("Missing")).contains(ScalarNode.string("m"));
        assertThat(new TemplateResolver(READ, LocalValues.defaults()).parameter("Missing"))
                .isEmpty();
    }

    @Test
    void onlyTheUnknownPartOfAMappingStays() {
        Resolution resolution = resolve("{A: !Ref Stage, B: [!Ref Missing, !Ref Stage]}");
        assertThat(resolution.value()).hasToString("{A=\"dev\", B=[{Ref=\"Missing\"}, \"dev\"]}");
        assertThat(resolution.unknown()).hasSize(1);
    }

    @Test
    void macrosMayMakeNamesThatAreNotThere() {
        Template macro = new TemplateReader()
                .parse("Transform: [Own, AWS::Serverless-2016-10-31]\n", Path.of("t.yaml"), "t.yaml");
        Resolution resolution = new TemplateResolver(macro, LocalValues.defaults()).resolve(node("!GetAtt New.Arn"));
        assertThat(resolution.errors()).isEmpty();
        assertThat(resolution.unknown()).hasSize(1);
    }

    @Test
    void loopsAreLeftToCloudFormation() {
        Resolution resolution = resolve("{'Fn::ForEach::L': [X, [a], {'${X}': 1}], B: 1}");
        assertThat(resolution.errors()).isEmpty();
        assertThat(resolution.unknown()).hasSize(1);
        assertThat(resolve("{'Fn::Transform': {Name: AWS::Include}, B: 1}").unknown())
                .hasSize(1);
    }
}
