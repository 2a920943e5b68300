package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.SimulatedAction;
import io.github.sammaven.core.aws.SimulatedAction.Decision;
import io.github.sammaven.core.aws.SimulationRequest;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeIam;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class IamPolicySimulationTest {

    private static final String USER = "arn:aws:iam::123456789012:user/tester";
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:orders";
    private static final String OTHER = "arn:aws:sqs:eu-central-1:123456789012:other";

    private final FakeIam iam = new FakeIam().user("tester");
    private final FakeAws aws = new FakeAws().with("iam", iam);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final IamPolicySimulation simulation = new IamPolicySimulation(clients);

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void tellsEachActionOnEachResource() {
        iam.missing("sqs:DeleteQueue", OTHER);

        assertThat(simulate(List.of("sqs:CreateQueue", "sqs:DeleteQueue"), List.of(QUEUE, OTHER)))
                .containsExactly(
                        new SimulatedAction("sqs:CreateQueue", QUEUE, Decision.ALLOWED),
                        new SimulatedAction("sqs:CreateQueue", OTHER, Decision.ALLOWED),
                        new SimulatedAction("sqs:DeleteQueue", QUEUE, Decision.ALLOWED),
                        new SimulatedAction("sqs:DeleteQueue", OTHER, Decision.NOT_ALLOWED));
    }

    @Test
    void readsAllPagesOfAllChunks() {
        iam.pagesOf(7);
        List<String> actions =
                IntStream.range(0, 120).mapToObj(i -> "sqs:Action" + i).toList();

        assertThat(simulate(actions, List.of("*")))
                .extracting(SimulatedAction::action)
                .containsExactlyElementsOf(actions);
        assertThat(iam.simulations()).allMatch(call -> call.list("ActionNames").size() <= 50);
    }

    @Test
    void tellsWhoDenies() {
        iam.denied("sqs:A")
                .deniedByOrganization("sqs:B")
                .outsideBoundary("sqs:C")
                .depending("sqs:D");

        assertThat(simulate(List.of("sqs:A", "sqs:B", "sqs:C", "sqs:D"), List.of(QUEUE)))
                .extracting(SimulatedAction::decision)
                .containsExactly(
                        Decision.DENIED, Decision.DENIED_BY_ORGANIZATION, Decision.OUTSIDE_BOUNDARY, Decision.UNKNOWN);
    }

    @Test
    void asksApartWhatCannotBeSimulatedTogether() {
        iam.loner("ec2:RunInstances").missing("ec2:RunInstances");

        assertThat(simulate(List.of("sqs:A", "ec2:RunInstances", "sqs:B"), List.of("*")))
                .containsExactly(
                        new SimulatedAction("sqs:A", "*", Decision.ALLOWED),
                        new SimulatedAction("ec2:RunInstances", "*", Decision.NOT_ALLOWED),
                        new SimulatedAction("sqs:B", "*", Decision.ALLOWED));
    }

    @Test
    void doesNotKnowOfAnActionThatCannotBeSimulated() {
        assertThat(simulate(List.of("sqs:A", "apigateway:Add-Certificate"), List.of("*")))
                .containsExactly(
                        new SimulatedAction("sqs:A", "*", Decision.ALLOWED),
                        new SimulatedAction("apigateway:Add-Certificate", "*", Decision.UNKNOWN));
    }

    @Test
    void findsTheRoleOfASessionWithItsPath() {
        iam.role("/build/", "deployer");

        assertThat(simulation.principal("arn:aws:sts::123456789012:assumed-role/deployer/jenkins"))
                .hasValue("arn:aws:iam::123456789012:role/build/deployer");
    }

    @Test
    void takesARoleThatMayNotBeReadForOneWithoutPath() {
        assertThat(simulation.principal("arn:aws:sts::123456789012:assumed-role/unknown/jenkins"))
                .hasValue("arn:aws:iam::123456789012:role/unknown");
    }

    @Test
    void knowsWhomIamCannotSimulate() {
        assertThat(simulation.principal("arn:aws:iam::123456789012:root")).isEmpty();
        assertThat(simulation.principal("arn:aws:sts::123456789012:federated-user/bob"))
                .isEmpty();
        assertThat(simulation.principal(USER)).hasValue(USER);
    }

    @Test
    void saysSoWhenAskingIsNotAllowed() {
        iam.forbidden();

        assertThatThrownBy(() -> simulate(List.of("sqs:A"), List.of("*")))
                .hasMessageContaining("the permissions of " + USER + " cannot be simulated")
                .hasMessageContaining("iam:SimulatePrincipalPolicy");
    }

    private List<SimulatedAction> simulate(List<String> actions, List<String> resources) {
        return simulation.simulate(
                USER,
                new SimulationRequest(
                        actions, resources, Map.of("iam:PassedToService", List.of("lambda.amazonaws.com"))));
    }
}
