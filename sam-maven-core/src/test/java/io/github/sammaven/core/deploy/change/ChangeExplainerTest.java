package io.github.sammaven.core.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sammaven.core.aws.fake.FakeChange;
import io.github.sammaven.core.aws.fake.FakeChanges;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.ChangeWords;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.PropertyChange.Recreation;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import io.github.sammaven.core.report.Warning;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class ChangeExplainerTest {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage:
                Type: String
                Default: dev
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                UpdateReplacePolicy: Retain
                Properties:
                  KeySchema:
                    - AttributeName: orderId
                      KeyType: HASH
              OrdersFunction:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: s3://bucket/code.zip
                  Handler: app.Orders
                  Runtime: java21
                  MemorySize: 1024
                  Environment:
                    Variables:
                      STAGE: !Ref Stage
            """;

    private final ChangeScene scene = new ChangeScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private FakeChange function() {
        return scene.changes()
                .change("Modify", "OrdersFunction", "AWS::Lambda::Function")
                .physicalId("orders-prod-OrdersFunction-1");
    }

    private ResourceChange explained(String logicalId) {
        return scene.explained(logicalId, TEMPLATE, Map.of());
    }

    private static List<String> words(ResourceChange change) {
        return change.properties().stream().map(ChangeWords::of).toList();
    }

    @Test
    void propertyHasItsValuesItsPlaceAndItsCause() {
        function()
                .property("/Properties/MemorySize", "512", "1024", "Never")
                .property(
                        "/Properties/Environment/Variables/STAGE",
                        "dev",
                        "prod",
                        "Never",
                        "Static",
                        "ParameterReference",
                        "Stage");

        ResourceChange change = explained("OrdersFunction");

        assertThat(change.physicalId()).isEqualTo("orders-prod-OrdersFunction-1");
        assertThat(change.replacement()).isEqualTo(Replacement.NO);
        assertThat(change.mark()).isEqualTo(new SourceMark("template.yaml", 14, 3));
        assertThat(change.properties())
                .extracting(PropertyChange::path, property -> property.mark().line())
                .containsExactly(tuple("MemorySize", 20), tuple("Environment/Variables/STAGE", 23));
        assertThat(words(change))
                .containsExactly(
                        "MemorySize 512 → 1024",
                        "Environment.Variables.STAGE dev → prod because parameter Stage changes");
    }

    @Test
    void askForTheValuesIsPartOfEveryPage() {
        scene.aws.cloudFormation().changesPerPage(1);
        function().property("/Properties/MemorySize", "512", "1024", "Never");

        assertThat(scene.explain(TEMPLATE, Map.of()).changes())
                .extracting(ResourceChange::logicalId)
                .containsExactly("New", "OrdersFunction", "Old");
        assertThat(scene.aws.requests("DescribeChangeSet")).hasSize(3).allSatisfy(request -> assertThat(
                        request.get("IncludePropertyValues"))
                .contains("true"));
    }

    @Test
    void replacementKnowsThePropertyAndWhatBecomesOfTheOldOne() {
        scene.changes()
                .change("Modify", "Orders", "AWS::DynamoDB::Table")
                .replacement("True")
                .policyAction("ReplaceAndDelete")
                .property(
                        "/Properties/KeySchema",
                        "[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]",
                        "[{\"AttributeName\":\"orderId\",\"KeyType\":\"HASH\"}]",
                        "Always");

        ResourceChange change = explained("Orders");

        assertThat(change.replacement()).isEqualTo(Replacement.YES);
        assertThat(change.disposal()).isEqualTo(Disposal.DELETED);
        assertThat(change.replacing())
                .extracting(PropertyChange::name, PropertyChange::recreation, property -> property.mark()
                        .toString())
                .containsExactly(tuple("KeySchema[0].AttributeName", Recreation.ALWAYS, "template.yaml:12:11"));
        assertThat(ChangeWords.replacement(change)).isEqualTo("because KeySchema[0].AttributeName changes");
        assertThat(words(change)).containsExactly("KeySchema[0].AttributeName id → orderId");
    }

    @Test
    void templateTellsWhatBecomesOfTheOldOneWhenTheServiceDoesNot() {
        scene.changes().change("Modify", "Orders", "AWS::DynamoDB::Table").replacement("True");

        assertThat(explained("Orders").disposal()).isEqualTo(Disposal.RETAINED);
    }

    @Test
    void severalReasonsForOnePropertyAreOneChange() {
        function()
                .property("/Properties/MemorySize", "512", "1024", "Never", "Static", "ParameterReference", "Stage")
                .property(
                        "/Properties/MemorySize", "512", "1024", "Conditionally", "Dynamic", "DirectModification", "");

        assertThat(explained("OrdersFunction").properties()).singleElement().satisfies(property -> {
            assertThat(property.dynamic()).isFalse();
            assertThat(property.recreation()).isEqualTo(Recreation.CONDITIONALLY);
            assertThat(property.causes()).containsExactly(new ChangeCause(ChangeCause.Kind.PARAMETER, "Stage"));
        });
    }

    @Test
    void dynamicChangeSaysWhatItDependsOn() {
        scene.changes().change("Modify", "Orders", "AWS::DynamoDB::Table").replacement("True");
        function()
                .dynamic("Role", "Never", "ResourceAttribute", "OrdersFunctionRole.Arn")
                .dynamic("Layers", "Never", "ResourceReference", "Orders");

        assertThat(words(explained("OrdersFunction")))
                .containsExactly(
                        "Role may change: depends on OrdersFunctionRole.Arn",
                        "Layers may change: depends on Orders, which is replaced");
    }

    @Test
    void wholeResourcesTellTheValuesThatThePropertiesDoNot() {
        function()
                .property("/Properties/Environment", "", "", "Never")
                .contexts(
                        "{\"Properties\":{\"Environment\":{\"Variables\":{\"STAGE\":\"dev\",\"TABLE\":\"t\"}}}}",
                        "{\"Properties\":{\"Environment\":{\"Variables\":{\"STAGE\":\"prod\",\"TABLE\":\"t\"}}}}");

        assertThat(words(explained("OrdersFunction"))).containsExactly("Environment.Variables.STAGE dev → prod");
    }

    @Test
    void namesAreLeftWhenAServiceKnowsNoValues() {
        scene.changes().withoutValues();
        function()
                .property("/Properties/MemorySize", "512", "1024", "Never")
                .property("/Tags/0/Value", "a", "b", "Never");

        ResourceChange change = explained("OrdersFunction");

        assertThat(words(change)).containsExactly("MemorySize", "Tags[0]");
        assertThat(change.properties().get(0).mark().line()).isEqualTo(20);
    }

    @Test
    void changesStandInGroupsAndInTheOrderOfTheTemplate() {
        FakeChanges changes = scene.changes();
        changes.change("Remove", "Gone", "AWS::SQS::Queue").policyAction("Retain");
        changes.change("Modify", "OrdersFunctionRole", "AWS::IAM::Role").replacement("True");
        function();
        changes.change("Modify", "Orders", "AWS::DynamoDB::Table");
        changes.change("Add", "OrdersFunctionAliaslive", "AWS::Lambda::Alias");

        ChangeSetReady report = scene.explain(TEMPLATE, Map.of());

        assertThat(report.changeSet()).contains(":changeSet/changes/");
        assertThat(report.changes())
                .extracting(ResourceChange::action, ResourceChange::logicalId)
                .containsExactly(
                        tuple(Action.ADD, "OrdersFunctionAliaslive"),
                        tuple(Action.ADD, "New"),
                        tuple(Action.MODIFY, "Orders"),
                        tuple(Action.MODIFY, "OrdersFunction"),
                        tuple(Action.MODIFY, "OrdersFunctionRole"),
                        tuple(Action.REMOVE, "Old"),
                        tuple(Action.REMOVE, "Gone"));
        assertThat(report.changes().get(4).source()).contains("OrdersFunction");
        assertThat(report.changes().get(6).disposal()).isEqualTo(Disposal.RETAINED);
    }

    @Test
    void nestedChangeSetsAreReadInPagesAtAnyDepth() {
        String child = "arn:aws:cloudformation:eu-central-1:123456789012:changeSet/child/1";
        String grandchild = "arn:aws:cloudformation:eu-central-1:123456789012:changeSet/grandchild/1";
        scene.aws.cloudFormation().changesPerPage(1);
        FakeChanges changes = scene.changes();
        changes.change("Modify", "Orders", "AWS::CloudFormation::Stack")
                .physicalId("arn:aws:cloudformation:eu-central-1:123456789012:stack/child/1")
                .nestedChangeSet(child);
        changes.nested(child).change("Add", "Topic", "AWS::SNS::Topic");
        changes.nested(child)
                .change("Modify", "Deep", "AWS::CloudFormation::Stack")
                .nestedChangeSet(grandchild);
        changes.nested(grandchild)
                .change("Remove", "Users", "AWS::Cognito::UserPool")
                .policyAction("Delete");

        ResourceChange stack = explained("Orders");

        assertThat(stack.withNested())
                .extracting(ResourceChange::logicalId, change -> change.mark().line())
                .containsExactly(tuple("Orders", 7), tuple("Topic", 7), tuple("Deep", 7), tuple("Users", 7));
        assertThat(stack.nested().get(1).nested().get(0).disposal()).isEqualTo(Disposal.DELETED);
        assertThat(scene.events.all()).isEmpty();
    }

    @Test
    void nestedChangeSetThatCannotBeReadIsAWarning() {
        scene.changes()
                .change("Modify", "Orders", "AWS::CloudFormation::Stack")
                .nestedChangeSet("arn:aws:cloudformation:eu-central-1:123456789012:changeSet/lost/1")
                .physicalId(scene.aws.cloudFormation().statusOf("none").orElse("not-an-arn"));

        assertThat(explained("Orders").nested()).isEmpty();
        assertThat(scene.events.of(Warning.class)).singleElement().satisfies(warning -> assertThat(
                        warning.problem().message())
                .startsWith("what changes in the nested stack Orders is not known: "));
    }

    @Test
    void manyChangesAreReadOnceEach() {
        FakeChanges changes = scene.changes();
        IntStream.range(0, 500).forEach(index -> changes.change("Modify", "Function" + index, "AWS::Lambda::Function")
                .property("/Properties/MemorySize", "512", "1024", "Never")
                .property("/Properties/Timeout", "3", "30", "Never"));

        assertThat(scene.explain(TEMPLATE, Map.of()).changes())
                .hasSize(502)
                .filteredOn(change -> change.action() == Action.MODIFY)
                .hasSize(500)
                .allSatisfy(
                        change -> assertThat(words(change)).containsExactly("MemorySize 512 → 1024", "Timeout 3 → 30"));
        assertThat(scene.aws.requests("DescribeChangeSet")).hasSize(6);
    }
}
