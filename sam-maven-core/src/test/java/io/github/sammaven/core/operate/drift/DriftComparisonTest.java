package io.github.sammaven.core.operate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.CloudFormationDrift;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.operate.stack.StackReader;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class DriftComparisonTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeAws aws = new FakeAws();
    private final AwsClients clients = new AwsClients(aws.settings());
    private final VirtualTime time = new VirtualTime(START);
    private final DriftComparison comparison = new DriftComparison(
            new CloudFormationDrift(clients), new Poller(Polling.standard(), time, time, event -> {}));

    private DriftReport compare(Duration wait) {
        aws.cloudFormation()
                .existing(
                        "shop",
                        "UPDATE_COMPLETE",
                        "{\"Resources\": {\"Child\": {\"Type\": \"AWS::CloudFormation::Stack\"}}}",
                        Map.of())
                .existing(
                        "Child",
                        "CREATE_COMPLETE",
                        "{\"Resources\": {\"Audit\": {\"Type\": \"AWS::SQS::Queue\"}}}",
                        Map.of());
        return comparison.of(
                new StackReader(new CloudFormationDeployedStacks(clients)).catalogue("shop"), START.plus(wait));
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void resourcesOfNestedStacksAreComparedToo() {
        aws.cloudFormation()
                .drifted("shop", "Orders", "AWS::Lambda::Function", "/Timeout", "3", "30")
                .drifted("shop", "News", "AWS::SNS::Topic", "", "", "")
                .drifted("Child", "Audit", "AWS::SQS::Queue", "/DelaySeconds", "0", "5");
        DriftReport report = compare(Duration.ofMinutes(1));
        assertThat(report.stacks()).isEqualTo(2);
        assertThat(report.drifted()).extracting(DriftedResource::path).containsExactly("Orders", "News", "Child/Audit");
        assertThat(report.drifted().get(0).drift().differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.path()).isEqualTo("/Timeout");
                    assertThat(difference.expected()).isEqualTo("3");
                    assertThat(difference.actual()).isEqualTo("30");
                });
        assertThat(report.drifted().get(1).drift().status()).isEqualTo("DELETED");
        assertThat(report.incomplete()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        aws.cloudFormation().driftFails("Child", "Failed to detect drift on resource [Audit]");
        assertThat(compare(Duration.ofMinutes(1)).incomplete())
                .containsExactly("Child: Failed to detect drift on resource [Audit]");
    }

    @Test
    void timeThatIsUpIsSaidWithTheWayOut() {
        assertThatThrownBy(() -> compare(Duration.ZERO))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("the comparison is not ready")
                .hasMessageContaining("-Dsam.maxWaitDuration");
    }
}
