package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.StackProgress;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A second opinion from an emulator others wrote; {@code -Dmoto.server=true} asks for it. It is laxer than AWS, so
 * passing here proves little and failing much.
 */
@EnabledIfSystemProperty(named = "moto.server", matches = "true", disabledReason = "-Dmoto.server=true was not given")
@ExtendWith(LocalCredentials.class)
class MotoSecondOpinionTest {

    private static final String TEMPLATE = """
            Parameters:
              TopicName: {Type: String}
            Resources:
              Artifacts:
                Type: AWS::S3::Bucket
                Properties:
                  BucketName: moto-second-opinion
              News:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName: !Ref TopicName
            """;

    private static MotoServer moto;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(MotoServer.isInstalled(), "moto_server is not on the path");
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void makesChangesKeepsAndDeletesAStack() {
        RecordedEvents events = new RecordedEvents();
        try (AwsClients clients = new AwsClients(moto.settings())) {
            CloudFormationStacks stacks = new CloudFormationStacks(clients);
            Deployer deployer = new Deployer(stacks, events, Pauser.REAL, InstantSource.system());

            DeployResult created = deployer.deploy(request(TEMPLATE));
            assertThat(created.status()).isEqualTo("CREATE_COMPLETE");
            assertThat(clients.s3().listBuckets().buckets())
                    .extracting(bucket -> bucket.name())
                    .contains("moto-second-opinion");

            // Asked before the update: the emulator always compares with the template of the creation.
            DeployResult kept = deployer.deploy(request(TEMPLATE));
            assertThat(kept.changed()).isFalse();
            assertThat(kept.stackId()).isEqualTo(created.stackId());

            DeployResult updated = deployer.deploy(request(TEMPLATE + "  Orders:\n    Type: AWS::SQS::Queue\n"));
            assertThat(updated.status()).isEqualTo("UPDATE_COMPLETE");
            assertThat(updated.changed()).isTrue();

            assertThat(events.of(StackProgress.class))
                    .extracting(StackProgress::status)
                    .contains("CREATE_COMPLETE", "UPDATE_COMPLETE");
            assertThat(new StsCaller(clients).identity().account()).hasSize(12);

            clients.cloudFormation().deleteStack(request -> request.stackName("moto-stack"));
            assertThat(stacks.describe("moto-stack")).isEmpty();
        }
    }

    private static DeployRequest request(String template) {
        StackOptions options = StackOptions.none().withParameters(Map.of("TopicName", "news"));
        return DeployRequest.of("moto-stack", DeployScene.template(template), options);
    }
}
