package io.github.sammaven.core.deploy;

import static io.github.sammaven.core.deploy.DeployScene.STACK;
import static io.github.sammaven.core.deploy.DeployScene.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.aws.fake.FailureScenario;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.StackProgress;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to fail ends with the way out. */
@ExtendWith(LocalCredentials.class)
class FailureScenarioTest {

    private static final String TEMPLATE = """
            Resources:
              Other:
                Type: AWS::S3::Bucket
              OrdersRole:
                Type: AWS::IAM::Role
              Orders:
                Type: %s
            """;

    private DeployScene scene;

    @BeforeEach
    void open() {
        System.setProperty("aws.maxAttempts", "1");
        scene = new DeployScene();
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.maxAttempts");
        scene.close();
    }

    private void begin(String scenario) {
        FailureScenario.of(scenario)
                .orElseThrow()
                .begin(new FailureScenario.Scene(scene.aws, STACK, "Orders", "Other"));
    }

    private static DeployRequest request(String type, String... capabilities) {
        return DeployRequest.of(
                STACK, template(TEMPLATE.formatted(type)), StackOptions.none().withCapabilities(capabilities));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing-permission | AWS::Lambda::Function | the role CloudFormation was given (deployer) needs lambda:CreateFunction
            name-taken | AWS::SQS::Queue | orders belongs to the stack legacy-orders
            limit | AWS::IAM::Role | the quota RolesPerAccount (now 1000) is used up
            role-not-assumed | AWS::Lambda::Function | must name lambda.amazonaws.com: see OrdersRole, template.yaml:4:3
            bucket-elsewhere | AWS::Lambda::Function | the bucket is in another region
            missing-key | AWS::Lambda::Function | the archive is not in the bucket
            nested-fails | AWS::CloudFormation::Stack | it is in the nested stack orders-prod-Orders-1A2B3C (Orders)
            rollback-fails | AWS::SQS::Queue | It could not be undone completely
            custom-resource-timeout | Custom::Cleaner | ResponseURL
            empty-change-set | AWS::SQS::Queue | failOnEmptyChangeset
            stuck | AWS::SQS::Queue | delete
            """)
    void endsWithTheWayOut(String scenario, String type, String wayOut) {
        begin(scenario);

        SamException failed = catchThrowableOfType(
                SamException.class, () -> scene.deploy(request(type, "CAPABILITY_NAMED_IAM", "CAPABILITY_IAM")));

        assertThat(failed).hasMessageContaining(wayOut);
    }

    @Test
    void namesTheCapabilityThatIsMissing() {
        begin("missing-capability");

        SamException failed = catchThrowableOfType(SamException.class, () -> scene.deploy(request("AWS::SQS::Queue")));

        assertThat(failed).hasMessageContaining("CAPABILITY_IAM");
    }

    @Test
    void losesNothingWhenCallsAreRefusedAndConnectionsDrop() {
        begin("throttled");

        scene.deploy(request("AWS::CloudFormation::Stack", "CAPABILITY_IAM"));

        assertThat(scene.events.of(StackProgress.class))
                .extracting(StackProgress::logicalId, StackProgress::status)
                .contains(Tuple.tuple("Inside", "CREATE_COMPLETE"), Tuple.tuple("orders-prod", "CREATE_COMPLETE"))
                .hasSize(2 + 3 * 3 + 4);
    }
}
