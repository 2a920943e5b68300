package io.github.sammaven.plugin.console;

import static io.github.sammaven.core.report.PropertyChange.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.ChangeCause.Kind;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.PropertyChange.Recreation;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {

    private static final SourceMark TABLE = new SourceMark("template.yaml", 40, 3);
    private static final SourceMark KEY = new SourceMark("template.yaml", 48, 5);
    private static final ChangeCause STAGE = new ChangeCause(Kind.PARAMETER, "Stage");
    private static final ChangeCause ROLE = new ChangeCause(Kind.REPLACEMENT, "OrdersRole.Arn");

    private static List<String> lines(int width, ResourceChange... changes) {
        return new ChangeLines(width).of(new ChangeSetReady("orders-prod", "eu-central-1", Arrays.asList(changes)));
    }

    private static ResourceChange function(PropertyChange... properties) {
        return ResourceChange.of(Action.MODIFY, "OrdersFunction", "AWS::Lambda::Function")
                .changing(List.of(properties));
    }

    private static ResourceChange table() {
        return ResourceChange.of(Action.MODIFY, "OrdersTable", "AWS::DynamoDB::Table")
                .at(TABLE);
    }

    @Test
    void columnsAreAsWideAsTheirContent() {
        assertThat(lines(
                        120,
                        ResourceChange.of(Action.ADD, "News", "AWS::SNS::Topic"),
                        ResourceChange.of(Action.IMPORT, "Found", "AWS::S3::Bucket"),
                        function(named("Code"), named("MemorySize").from("512", "1024")),
                        table().replaced(Replacement.YES, Disposal.DELETED)
                                .changing(List.of(named("KeySchema").recreating(Recreation.ALWAYS, KEY))),
                        ResourceChange.of(Action.REMOVE, "Users", "AWS::Cognito::UserPool")
                                .replaced(Replacement.NO, Disposal.RETAINED)))
                .containsExactly(
                        "Changes to orders-prod (eu-central-1)",
                        "  + News            AWS::SNS::Topic",
                        "  + Found           AWS::S3::Bucket         imported",
                        "  ~ OrdersFunction  AWS::Lambda::Function   Code, MemorySize 512 → 1024",
                        "  ! OrdersTable     AWS::DynamoDB::Table    REPLACED because KeySchema changes (template.yaml:48:5)",
                        "  - Users           AWS::Cognito::UserPool  stays in the account");
    }

    @Test
    void whatDoesNotFitStandsBelowAndIsCutAtTheEdge() {
        assertThat(lines(
                        60,
                        function(
                                named("MemorySize").from("512", "1024"),
                                named("Environment/Variables/STAGE")
                                        .from("dev", "prod")
                                        .because(false, STAGE),
                                named("Role").because(true, ROLE))))
                .containsExactly(
                        "Changes to orders-prod (eu-central-1)",
                        "  ~ OrdersFunction  AWS::Lambda::Function",
                        "      MemorySize 512 → 1024",
                        "      Environment.Variables.STAGE dev → prod because parame…",
                        "      Role may change: depends on OrdersRole.Arn, which is …");
    }

    @Test
    void replacementSaysWhyWhereAndWhatBecomesOfTheOldOne() {
        ResourceChange replaced = table().replaced(Replacement.YES, Disposal.SNAPSHOT)
                .changing(List.of(
                        named("TableName")
                                .from("dev-orders", "prod-orders")
                                .recreating(Recreation.ALWAYS, KEY)
                                .because(false, STAGE),
                        named("BillingMode")));

        assertThat(lines(140, replaced))
                .containsExactly(
                        "Changes to orders-prod (eu-central-1)",
                        "  ! OrdersTable  AWS::DynamoDB::Table  REPLACED because TableName changes: parameter Stage changes"
                                + " (template.yaml:48:5), a snapshot is kept",
                        "      TableName dev-orders → prod-orders because parameter Stage changes",
                        "      BillingMode");
    }

    @Test
    void replacementThatDoesNotFitKeepsItsPlace() {
        ResourceChange perhaps = table().replaced(Replacement.CONDITIONAL, Disposal.UNKNOWN)
                .changing(List.of(named("TableName")
                        .recreating(Recreation.CONDITIONALLY, SourceMark.NONE)
                        .because(true, ROLE)));

        assertThat(lines(93, perhaps))
                .containsExactly(
                        "Changes to orders-prod (eu-central-1)",
                        "  ~ OrdersTable  AWS::DynamoDB::Table",
                        "      may be replaced because TableName may change: OrdersRole.Arn is rep… (template.yaml:40:3)");
    }

    @Test
    void replacementWithoutAReasonOrAPlaceIsOneWord() {
        ResourceChange generated = ResourceChange.of(Action.MODIFY, "HelloRole", "AWS::IAM::Role")
                .replaced(Replacement.YES, Disposal.UNKNOWN);

        assertThat(lines(93, generated)).endsWith("  ! HelloRole  AWS::IAM::Role  REPLACED");
    }

    @Test
    void nestedStackHasItsChangesIndentedBelow() {
        ResourceChange stack = ResourceChange.of(Action.MODIFY, "Storage", "AWS::CloudFormation::Stack")
                .containing(List.of(ResourceChange.of(Action.MODIFY, "Deep", "AWS::CloudFormation::Stack")
                        .containing(List.of(table().changing(List.of(named("BillingMode")))))));

        assertThat(lines(93, stack))
                .containsExactly(
                        "Changes to orders-prod (eu-central-1)",
                        "  ~ Storage          AWS::CloudFormation::Stack",
                        "    ~ Deep           AWS::CloudFormation::Stack",
                        "      ~ OrdersTable  AWS::DynamoDB::Table        BillingMode");
    }

    @Test
    void secretIsNotShown() {
        assertThat(lines(93, function(named("MasterUserPassword").from("a", "b").withoutValues())))
                .endsWith("  ~ OrdersFunction  AWS::Lambda::Function  MasterUserPassword changed (not shown)");
    }

    @Test
    void longValueIsOnlySaidToChange() {
        assertThat(lines(93, function(named("Description").from("x".repeat(41), "y"))))
                .endsWith("  ~ OrdersFunction  AWS::Lambda::Function  Description changed");
    }

    @Test
    void changeSetWithoutResourcesSaysWhatElseThereIs() {
        assertThat(lines(93)).endsWith("  no resource changes: it is about outputs, tags or parameters");
    }

    @Test
    void noLineIsWiderThanTheRoomWhenThereIsMuchToSay() {
        ResourceChange[] many = IntStream.range(0, 500)
                .mapToObj(index -> ResourceChange.of(
                                Action.MODIFY, "AFunctionWithAVeryLongLogicalId" + index, "AWS::Lambda::Function")
                        .changing(
                                List.of(named("Environment/Variables/V" + index).from("x".repeat(30), "y".repeat(40)))))
                .toArray(ResourceChange[]::new);

        assertThat(lines(80, many)).hasSize(1 + 2 * 500).allMatch(line -> line.length() <= 80);
    }
}
