package io.github.sammaven.core.deploy.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.PropertyChange.Recreation;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import io.github.sammaven.core.report.Warning;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatefulGateTest {

    private static final SourceMark TABLE = new SourceMark("template.yaml", 40, 3);
    private static final SourceMark KEY = new SourceMark("template.yaml", 48, 5);

    private final RecordedEvents events = new RecordedEvents();

    private boolean admits(List<String> allowed, ResourceChange... changes) {
        return new StatefulGate(allowed, events)
                .admits(new ChangeSetReady("orders", "eu-central-1", Arrays.asList(changes)));
    }

    private List<Problem> refused(List<String> allowed, ResourceChange... changes) {
        return catchThrowableOfType(SamException.class, () -> admits(allowed, changes))
                .problems();
    }

    private List<Problem> warnings() {
        return events.of(Warning.class).stream().map(Warning::problem).toList();
    }

    private static ResourceChange replaced(Replacement how, Disposal old) {
        return ResourceChange.of(Action.MODIFY, "OrdersTable", "AWS::DynamoDB::Table")
                .at(TABLE)
                .replaced(how, old)
                .changing(List.of(PropertyChange.named("KeySchema").recreating(Recreation.ALWAYS, KEY)));
    }

    private static ResourceChange removed(String type, Disposal disposal) {
        return ResourceChange.of(Action.REMOVE, "Gone", type).replaced(Replacement.NO, disposal);
    }

    @Test
    void replacedTableIsRefusedAtThePropertyThatCausesIt() {
        assertThat(refused(List.of(), replaced(Replacement.YES, Disposal.DELETED)))
                .containsExactly(Problem.error(
                        KEY,
                        "OrdersTable (AWS::DynamoDB::Table) would be replaced because KeySchema changes;"
                                + " lost with it: all items in it",
                        "keep KeySchema as it is, or set UpdateReplacePolicy: Retain to keep the old one\n"
                                + "to allow it once: -Dsam.allowStatefulChanges=OrdersTable"));
    }

    @Test
    void replacementWithoutAReasonIsRefusedAtTheResource() {
        assertThat(refused(
                        List.of(), replaced(Replacement.YES, Disposal.UNKNOWN).changing(List.of())))
                .extracting(Problem::mark, Problem::message)
                .containsExactly(tuple(
                        TABLE, "OrdersTable (AWS::DynamoDB::Table) would be replaced; lost with it: all items in it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::DynamoDB::Table",
                "AWS::DynamoDB::GlobalTable",
                "AWS::S3::Bucket",
                "AWS::RDS::DBInstance",
                "AWS::RDS::DBCluster",
                "AWS::DocDB::DBCluster",
                "AWS::Neptune::DBCluster",
                "AWS::Redshift::Cluster",
                "AWS::ElastiCache::ReplicationGroup",
                "AWS::MemoryDB::Cluster",
                "AWS::Cognito::UserPool",
                "AWS::Cognito::IdentityPool",
                "AWS::Logs::LogGroup",
                "AWS::EFS::FileSystem",
                "AWS::FSx::FileSystem",
                "AWS::Kinesis::Stream",
                "AWS::SQS::Queue",
                "AWS::SecretsManager::Secret",
                "AWS::KMS::Key",
                "AWS::OpenSearchService::Domain",
                "AWS::Timestream::Table",
                "AWS::QLDB::Ledger",
                "AWS::ECR::Repository",
                "AWS::Backup::BackupVault",
                "AWS::Events::Archive"
            })
    void removalOfWhatHoldsDataIsRefused(String type) {
        assertThat(refused(List.of(), removed(type, Disposal.DELETED)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .startsWith("Gone (" + type + ") would be removed; lost with it: ")
                            .doesNotEndWith(": ");
                    assertThat(problem.suggestion())
                            .contains("DeletionPolicy: Retain")
                            .contains("-Dsam.allowStatefulChanges=Gone");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::Lambda::Function",
                "AWS::IAM::Role",
                "AWS::SNS::Topic",
                "AWS::AppSync::ApiKey",
                "Custom::Thing"
            })
    void whatCanBeMadeAgainMayGo(String type) {
        assertThat(admits(List.of(), removed(type, Disposal.DELETED))).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void whatIsOnlyModifiedOrAddedIsNoMatter() {
        ResourceChange added = ResourceChange.of(Action.ADD, "New", "AWS::DynamoDB::Table");

        assertThat(admits(List.of(), added, replaced(Replacement.NO, Disposal.UNKNOWN)))
                .isTrue();
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Disposal.class,
            names = {"RETAINED", "SNAPSHOT"})
    void whatKeepsItsDataIsSaidButNotRefused(Disposal kept) {
        assertThat(admits(List.of(), removed("AWS::DynamoDB::Table", kept), replaced(Replacement.YES, kept)))
                .isTrue();
        assertThat(warnings())
                .extracting(Problem::message)
                .allMatch(message -> message.contains("stays in the account") || message.contains("a snapshot"))
                .hasSize(2);
    }

    @Test
    void replacementThatIsNotCertainIsAWarningWithItsReason() {
        PropertyChange name = PropertyChange.named("TableName")
                .recreating(Recreation.CONDITIONALLY, KEY)
                .because(true, new ChangeCause(ChangeCause.Kind.RESOURCE, "Names.Table"));

        assertThat(admits(
                        List.of(),
                        replaced(Replacement.CONDITIONAL, Disposal.DELETED).changing(List.of(name))))
                .isTrue();
        assertThat(warnings())
                .containsExactly(Problem.warning(
                        KEY,
                        "OrdersTable (AWS::DynamoDB::Table) may be replaced because TableName may change:"
                                + " Names.Table changes; lost with it: all items in it",
                        "set UpdateReplacePolicy: Retain to be sure that nothing is lost"));
    }

    @Test
    void replacementThatIsNotCertainStaysSoWhenTheOldOneIsKept() {
        assertThat(admits(List.of(), replaced(Replacement.CONDITIONAL, Disposal.RETAINED)))
                .isTrue();
        assertThat(warnings())
                .extracting(Problem::message)
                .containsExactly("OrdersTable (AWS::DynamoDB::Table) may be replaced because KeySchema changes;"
                        + " the old one stays in the account with its data, the new one is empty");
    }

    @Test
    void allThatWouldLoseDataIsRefusedAtOnceWithOneOptionForAll() {
        assertThat(refused(
                        List.of(),
                        removed("AWS::S3::Bucket", Disposal.DELETED),
                        replaced(Replacement.YES, Disposal.DELETED)))
                .hasSize(2)
                .allMatch(problem -> problem.suggestion().endsWith("-Dsam.allowStatefulChanges=Gone,OrdersTable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "*", " TRUE ", "OrdersTable"})
    void whatIsAllowedMayGo(String allowed) {
        assertThat(admits(List.of(allowed), replaced(Replacement.YES, Disposal.DELETED)))
                .isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void otherResourcesStayRefusedWhenOneIsAllowed() {
        assertThat(refused(
                        List.of("OrdersTable"),
                        removed("AWS::S3::Bucket", Disposal.DELETED),
                        replaced(Replacement.YES, Disposal.DELETED)))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("Gone ");
    }

    @Test
    void falseAllowsNothing() {
        assertThat(refused(List.of("false"), replaced(Replacement.YES, Disposal.DELETED)))
                .hasSize(1);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void idThatAllowsNothingIsTold() {
        refused(List.of("OrderTable"), replaced(Replacement.YES, Disposal.DELETED));

        assertThat(warnings())
                .containsExactly(Problem.warning(
                        SourceMark.NONE,
                        "sam.allowStatefulChanges names OrderTable, which is neither removed nor replaced with data in it",
                        "Did you mean 'OrdersTable'?"));
    }

    @Test
    void resourceInANestedStackCountsUnderThePathToIt() {
        ResourceChange stack = ResourceChange.of(Action.MODIFY, "Storage", "AWS::CloudFormation::Stack")
                .containing(List.of(replaced(Replacement.YES, Disposal.DELETED)));

        assertThat(refused(List.of("OrdersTable"), stack))
                .singleElement()
                .satisfies(problem -> assertThat(problem.suggestion()).endsWith("=Storage/OrdersTable"));
        assertThat(admits(List.of("Storage/OrdersTable"), stack)).isTrue();
    }

    @Test
    void removalOfANestedStackIsAWarningBecauseNobodyKnowsWhatItHolds() {
        assertThat(admits(List.of(), removed("AWS::CloudFormation::Stack", Disposal.DELETED)))
                .isTrue();
        assertThat(warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "Gone (AWS::CloudFormation::Stack) is a nested stack and is removed with everything in it");
    }
}
