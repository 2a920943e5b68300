package io.github.sammaven.core.deploy.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftPreviewTest {

    private static Template template(String text) {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    private static String preference(String lines) {
        return """
                Parameters:
                  How: {Type: String, Default: AllAtOnce}
                  Stage: {Type: String, Default: prod}
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      AutoPublishAlias: live
                      DeploymentPreference:
                """ + lines.indent(8) + """
                  Check:
                    Type: AWS::Serverless::Function
                  Errors:
                    Type: AWS::CloudWatch::Alarm
                  Slowly:
                    Type: AWS::CodeDeploy::DeploymentConfig
                    Properties:
                      ComputePlatform: Lambda
                      TrafficRoutingConfig:
                        Type: TimeBasedLinear
                        TimeBasedLinear: {LinearPercentage: 30, LinearInterval: 2}
                """;
    }

    private static String line(String lines) {
        List<String> told = ShiftPreview.of(template(preference(lines))).lines(List.of("OrdersAliaslive"));
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Canary10Percent5Minutes      | traffic shifts Canary10Percent5Minutes (about 5 min)
            Linear10PercentEvery1Minute  | traffic shifts Linear10PercentEvery1Minute (10 steps, about 9 min)
            Linear10PercentEvery10Minutes| traffic shifts Linear10PercentEvery10Minutes (10 steps, about 1 h 30 min)
            AllAtOnce                    | traffic shifts at once (AllAtOnce)
            '!Ref How'                   | traffic shifts at once (AllAtOnce)
            Mine                         | traffic shifts Mine (own configuration, duration unknown)
            Canary10Percent7Minutes      | traffic shifts Canary10Percent7Minutes (own configuration, duration unknown)
            '!Ref Slowly'                | traffic shifts Slowly (4 steps, about 6 min)
            '!ImportValue x'             | traffic shifts (how is known only to AWS)
            """)
    void saysHowAndHowLong(String type, String words) {
        assertThat(ShiftPreview.of(template(preference("Type: " + type))).words("OrdersAliaslive"))
                .contains(words);
    }

    @Test
    void namesHooksAlarmsAndTriggers() {
        assertThat(line("""
                Type: Canary10Percent5Minutes
                Hooks: {PreTraffic: !Ref Check, PostTraffic: !GetAtt Check.Arn}
                Alarms: [!Ref Errors, by-name]
                TriggerConfigurations: [{TriggerName: t}]
                """))
                .isEqualTo(
                        "OrdersAliaslive   traffic shifts Canary10Percent5Minutes (about 5 min)   pre-traffic hook Check"
                                + "   post-traffic hook Check   alarms Errors, by-name   1 trigger");
    }

    private static List<Problem> warnings(String lines, String functionName) {
        String text = preference(lines)
                .replace(
                        "  Check:\n    Type: AWS::Serverless::Function\n",
                        "  Check:\n    Type: AWS::Serverless::Function\n" + functionName);
        return ShiftPreview.of(template(text)).warnings(List.of("OrdersAliaslive"));
    }

    @Test
    void warnsOfAHookThatCodeDeployMayNotCall() {
        String hooks = """
                Type: AllAtOnce
                Hooks: {PreTraffic: !Ref Check, PostTraffic: !Ref Check}
                """;

        assertThat(warnings(hooks, ""))
                .extracting(Problem::message)
                .containsExactly("CodeDeploy may not be allowed to call the hook Check");
        assertThat(warnings(hooks, "    Properties: {FunctionName: check}\n")).hasSize(1);
        assertThat(warnings(hooks, "    Properties: {FunctionName: !Sub 'CodeDeployHook_${Stage}'}\n"))
                .isEmpty();
        assertThat(warnings(hooks + "Role: arn:aws:iam::123456789012:role/mine\n", ""))
                .isEmpty();
    }

    @Test
    void takesTheBranchThatIsKnown() {
        assertThat(line("""
                Type: !If [IsProd, Canary10Percent30Minutes, AllAtOnce]
                Alarms: !If [IsProd, [!Ref Errors], [!Ref "AWS::NoValue"]]
                """)).endsWith("traffic shifts Canary10Percent30Minutes (about 30 min)   alarm Errors");
    }

    @Test
    void saysThatTrafficMovesAtOnceWhenThePreferenceIsNotEnabled() {
        assertThat(line("""
                Enabled: false
                Type: Canary10Percent5Minutes
                """)).endsWith("traffic moves at once (its DeploymentPreference is not enabled)");
    }

    @Test
    void isSilentAboutAliasesThatDoNotChange() {
        ShiftPreview preview = ShiftPreview.of(template(preference("Type: AllAtOnce")));

        assertThat(preview.lines(List.of("OtherAliaslive"))).isEmpty();
    }

    @Test
    void leavesOutWhatIsUnderAConditionThatDoesNotHold() {
        String text = preference("Type: AllAtOnce").replace("  Orders:\n", "  Orders:\n    Condition: IsProd\n");

        assertThat(ShiftPlan.of(template(text), Map.of("Stage", "dev"), "eu-central-1")
                        .isEmpty())
                .isTrue();
        assertThat(ShiftPlan.of(template(text), Map.of(), "eu-central-1").isEmpty())
                .isFalse();
    }

    @Test
    void readsGlobals() {
        Template template = template("""
                Globals:
                  Function:
                    AutoPublishAlias: live
                    DeploymentPreference: {Type: Linear10PercentEvery3Minutes}
                Resources:
                  A: {Type: AWS::Serverless::Function}
                  B: {Type: AWS::Serverless::Function}
                """);

        assertThat(ShiftPreview.of(template).lines(List.of("AAliaslive", "BAliaslive")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("(10 steps, about 27 min)"));
    }

    @Test
    void readsATransformedTemplate() {
        Template template = template("""
                Resources:
                  OrdersAliaslive:
                    Type: AWS::Lambda::Alias
                    UpdatePolicy:
                      CodeDeployLambdaAliasUpdate:
                        ApplicationName: {Ref: ServerlessDeploymentApplication}
                        DeploymentGroupName: {Ref: OrdersDeploymentGroup}
                        BeforeAllowTrafficHook: {Ref: Check}
                  Check: {Type: AWS::Lambda::Function}
                  ServerlessDeploymentApplication: {Type: AWS::CodeDeploy::Application}
                  OrdersDeploymentGroup:
                    Type: AWS::CodeDeploy::DeploymentGroup
                    Properties:
                      AlarmConfiguration: {Enabled: true, Alarms: [{Name: a}]}
                      DeploymentConfigName:
                        Fn::Sub: ["CodeDeployDefault.Lambda${ConfigName}", {ConfigName: Canary10Percent10Minutes}]
                """);

        assertThat(ShiftPreview.of(template).lines(List.of("OrdersAliaslive")))
                .containsExactly("OrdersAliaslive   traffic shifts Canary10Percent10Minutes (about 10 min)"
                        + "   pre-traffic hook Check   alarm a");
    }

    @Test
    void hasNothingToSayAboutATemplateWithoutShifts() {
        ShiftPlan plan = ShiftPlan.of(template("Resources: {Q: {Type: AWS::SQS::Queue}}"), Map.of(), "eu-central-1");

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.interruptHint("orders")).isEmpty();
    }

    @Test
    void sharesFollowTheClock() {
        ShiftPace linear = ShiftPace.of("CodeDeployDefault.LambdaLinear10PercentEvery1Minute")
                .orElseThrow();
        ShiftPace canary = ShiftPace.of("Canary10Percent5Minutes").orElseThrow();

        assertThat(linear.percentAfter(Duration.ZERO)).isEqualTo(10);
        assertThat(linear.percentAfter(Duration.ofSeconds(61))).isEqualTo(20);
        assertThat(linear.percentAfter(Duration.ofMinutes(9))).isEqualTo(100);
        assertThat(canary.percentAfter(Duration.ofSeconds(299))).isEqualTo(10);
        assertThat(canary.percentAfter(Duration.ofSeconds(300))).isEqualTo(100);
    }
}
