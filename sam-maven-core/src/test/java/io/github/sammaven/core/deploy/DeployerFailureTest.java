package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.request;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.StackProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person reads when a resource fails. */
@ExtendWith(LocalCredentials.class)
class DeployerFailureTest {

    private static final String FIVE = """
            Resources:
              First:
                Type: AWS::SQS::Queue
              Second:
                Type: AWS::SQS::Queue
              Third:
                Type: AWS::SQS::Queue
              Fourth:
                Type: AWS::SQS::Queue
              Fifth:
                Type: AWS::SQS::Queue
            """;

    private static final String REASON = "The queue name is taken.";

    private final DeployScene scene = new DeployScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Problem failure(DeployRequest request) {
        SamException failed = catchThrowableOfType(SamException.class, () -> scene.deploy(request));
        assertThat(failed.problems()).hasSize(1);
        return failed.problems().get(0);
    }

    private static String changed(String template) {
        return template.replace("AWS::SQS::Queue", "AWS::SQS::Queue\n    Properties: {DelaySeconds: 1}");
    }

    @Test
    void namesTheFirstFailedResourceWhenACreationIsRolledBack() {
        scene.aws.cloudFormation().script(STACK).pollsPerStep(20).fails("Second", REASON);

        Problem failure = failure(request(FIVE));

        assertThat(failure.mark()).isEqualTo(new SourceMark("template.yaml", 4, 3));
        assertThat(failure.message()).matches("orders-prod: ROLLBACK_COMPLETE after 4 min \\d+ s\\. The cause was");
        assertThat(failure.suggestion()).matches("""
                        Second CREATE_FAILED: The queue name is taken
                        3 further resources were cancelled because of it\\. Nothing of it remains but the empty stack\\.
                        delete it, then deploy again: aws cloudformation delete-stack --stack-name orders-prod
                        or let the deployment do it: -Dsam\\.recover=true""");
    }

    @Test
    void saysThatNothingRemainsWhenAnUpdateIsRolledBack() {
        scene.deploy(request(FIVE));
        scene.aws.cloudFormation().script(STACK).fails("Fourth", REASON);

        Problem failure = failure(request(changed(FIVE)));

        assertThat(failure.mark().line()).isEqualTo(11);
        assertThat(failure.message())
                .matches("orders-prod: UPDATE_ROLLBACK_COMPLETE after \\d+\\.\\d s\\. The cause was");
        assertThat(failure.suggestion()).matches("""
                        Fourth UPDATE_FAILED: The queue name is taken
                        1 further resource was cancelled because of it\\. Nothing of the update remains\\.""");
    }

    @Test
    void tellsCancelledResourcesAsEventsAllTheSame() {
        scene.aws.cloudFormation().script(STACK).fails("First", REASON);

        failure(request(FIVE));

        assertThat(scene.events.of(StackProgress.class))
                .filteredOn(StackProgress::isFailure)
                .hasSize(5);
    }

    @Test
    void saysThatWhatWasMadeStaysWhenRollbackIsOff() {
        scene.aws.cloudFormation().script(STACK).fails("Fifth", REASON);

        Problem failure = failure(request(FIVE).withoutRollback());

        assertThat(failure.message()).startsWith("orders-prod: CREATE_FAILED after");
        assertThat(failure.suggestion())
                .endsWith("What was made stays as it is. Correct the cause, then deploy again.");
    }

    @Test
    void namesBothWhenTheRollbackFailsToo() {
        scene.deploy(request(FIVE));
        scene.aws.cloudFormation().script(STACK).fails("Fifth", REASON).rollbackFails("First", "Access denied");

        Problem failure = failure(request(changed(FIVE)));

        assertThat(failure.message()).startsWith("orders-prod: UPDATE_ROLLBACK_FAILED after");
        assertThat(failure.suggestion())
                .startsWith("Fifth UPDATE_FAILED")
                .contains(
                        "It could not be undone completely.\ncould not be undone: First UPDATE_FAILED: Access denied\n")
                .endsWith("aws cloudformation continue-update-rollback --stack-name orders-prod\n"
                        + "or let the deployment do it: -Dsam.recover=true");
    }

    @Test
    void pointsAtTheFunctionWhenAGeneratedResourceFails() {
        String function = """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                """;
        scene.aws.cloudFormation().script(STACK).fails("OrdersRole", "The path is too long");
        StackOptions options = StackOptions.none().withCapabilities("CAPABILITY_IAM");

        Problem failure = failure(DeployRequest.of(STACK, template(function), options));

        assertThat(failure.mark()).isEqualTo(new SourceMark("template.yaml", 3, 3));
        assertThat(failure.suggestion())
                .startsWith("OrdersRole CREATE_FAILED: The path is too long\nOrdersRole was generated for Orders\n");
    }

    @Test
    void givesTheStackItselfAsCauseWhenNoResourceFailed() {
        scene.deploy(request(FIVE));
        scene.aws.cloudFormation().script(STACK).fails("First", "Resource update cancelled");

        Problem failure = failure(request(changed(FIVE)));

        assertThat(failure.mark()).isEqualTo(SourceMark.NONE);
        assertThat(failure.suggestion())
                .startsWith(
                        "orders-prod UPDATE_ROLLBACK_COMPLETE: The following resource(s) failed to update: [First]");
    }
}
