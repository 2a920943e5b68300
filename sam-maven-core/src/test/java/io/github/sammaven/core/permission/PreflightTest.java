package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeIam;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.IamPolicySimulation;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class PreflightTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/cloudformation";
    private static final String TEMPLATE = """
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties: {QueueName: jobs}
              Worker:
                Type: AWS::StepFunctions::StateMachine
                Properties: {RoleArn: 'arn:aws:iam::123456789012:role/worker', DefinitionString: '{}'}
            """;

    private final FakeIam iam = new FakeIam().user("tester").role("/", "cloudformation");
    private final FakeAws aws = new FakeAws().with("iam", iam);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final List<SamEvent> events = new ArrayList<>();
    private final Preflight preflight =
            new Preflight(new StsCaller(clients), new IamPolicySimulation(clients), events::add);

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void goesOnWhenAllIsAllowed() {
        preflight.checkDeploy(Plans.of(TEMPLATE));

        assertThat(events).singleElement().isInstanceOfSatisfying(Note.class, note -> assertThat(note.text())
                .startsWith("Pre-flight: IAM allows all "));
        assertThat(iam.simulations())
                .extracting(call -> call.get("PolicySourceArn").orElse(""))
                .containsOnly("arn:aws:iam::123456789012:user/tester");
    }

    @Test
    void tellsAllThatIsMissingAtOnceWithTheStatementToAdd() {
        iam.missing("sqs:CreateQueue").missing("iam:PassRole");

        SamException failure =
                catchThrowableOfType(SamException.class, () -> preflight.checkDeploy(Plans.of(TEMPLATE)));

        assertThat(failure.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "template.yaml:2:3: Jobs: arn:aws:iam::123456789012:user/tester may not sqs:CreateQueue on"
                                + " arn:aws:sqs:eu-central-1:123456789012:jobs\n"
                                + "    add to its policy: { \"Sid\": \"SQSQueue\", \"Effect\": \"Allow\", \"Action\":"
                                + " \"sqs:CreateQueue\", \"Resource\": \"arn:aws:sqs:eu-central-1:123456789012:jobs\" }",
                        "template.yaml:5:3: Worker: arn:aws:iam::123456789012:user/tester may not iam:PassRole on"
                                + " arn:aws:iam::123456789012:role/worker\n"
                                + "    add to its policy: { \"Sid\": \"PassRoleToStates\", \"Effect\": \"Allow\", \"Action\":"
                                + " \"iam:PassRole\", \"Resource\": \"arn:aws:iam::123456789012:role/worker\", \"Condition\": {"
                                + " \"StringEquals\": { \"iam:PassedToService\": \"states.amazonaws.com\" } } }");
    }

    @Test
    void saysWhoDenies() {
        iam.deniedByOrganization("sqs:CreateQueue")
                .outsideBoundary("sqs:DeleteQueue")
                .denied("sqs:TagQueue");

        assertThatThrownBy(() -> preflight.checkDeploy(Plans.of(TEMPLATE)))
                .hasMessageContaining("a policy of the organization does not allow it")
                .hasMessageContaining("its permissions boundary does not allow it")
                .hasMessageContaining("a policy denies it expressly");
    }

    @Test
    void withARoleTheResourcesAreItsAffair() {
        preflight.checkDeploy(Plans.of(TEMPLATE, Plans.SCOPE.withRole(ROLE)));

        assertThat(askedOf(ROLE)).contains("sqs:CreateQueue").doesNotContain("cloudformation:CreateChangeSet");
        assertThat(askedOf("arn:aws:iam::123456789012:user/tester"))
                .contains("cloudformation:CreateChangeSet", "iam:PassRole")
                .doesNotContain("sqs:CreateQueue");
    }

    @Test
    void deployingUploadsTheTemplate() {
        iam.missing("s3:PutObject");

        assertThatThrownBy(() -> preflight.checkDeploy(Plans.of(TEMPLATE, Plans.SCOPE.withRole(ROLE))))
                .hasMessageStartingWith("uploading artifacts: ");
    }

    @Test
    void packagingNeedsTheBucketOnly() {
        iam.missing("s3:PutObject");

        assertThatThrownBy(() -> preflight.checkPackage(Plans.of(TEMPLATE)))
                .hasMessageStartingWith("uploading artifacts: ")
                .hasMessageContaining("s3:PutObject on arn:aws:s3:::acme-artifacts/*");
        assertThat(askedOf("arn:aws:iam::123456789012:user/tester")).allMatch(action -> action.startsWith("s3:"));
    }

    @Test
    void whoMayNotAskGetsOneWarningAndGoesOn() {
        iam.forbidden();

        preflight.checkDeploy(Plans.of(TEMPLATE, Plans.SCOPE.withRole(ROLE)));

        assertThat(events).singleElement().isInstanceOfSatisfying(Warning.class, warning -> assertThat(
                        warning.problem().toString())
                .contains("permissions were not checked", "iam:SimulatePrincipalPolicy"));
    }

    @Test
    void whatOnlyTheRealCallKnowsIsCounted() {
        iam.depending("sqs:TagQueue");

        preflight.checkDeploy(Plans.of(TEMPLATE));

        assertThat(((Note) events.get(0)).text()).endsWith(" but 1, of which it cannot tell");
    }

    private List<String> askedOf(String principal) {
        return iam.simulations().stream()
                .filter(call -> call.get("PolicySourceArn").orElse("").equals(principal))
                .map(call -> call.list("ActionNames"))
                .flatMap(List::stream)
                .toList();
    }
}
