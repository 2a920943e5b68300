package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationStacks;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.deploy.MotoServer;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.RecordedEvents;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.s3.model.Bucket;

/** A second opinion on the template from an emulator others wrote; {@code -Dmoto.server=true} asks for it. */
@EnabledIfSystemProperty(named = "moto.server", matches = "true", disabledReason = "-Dmoto.server=true was not given")
@ExtendWith(LocalCredentials.class)
class MotoManagedBucketTest {

    /** The emulator forgets the outputs of stacks made by change sets, so another tool makes this one. */
    @Test
    void takesTheBucketThatItsTemplateMakes() throws IOException {
        assumeTrue(MotoServer.isInstalled(), "moto_server is not on the path");
        try (MotoServer moto = MotoServer.start();
                AwsClients clients = new AwsClients(moto.settings())) {
            clients.cloudFormation().createStack(request -> request.stackName(ManagedBucket.STACK)
                    .templateBody(SourceBucketTemplate.template().body())
                    .capabilities(Capability.CAPABILITY_IAM)
                    .tags(Tag.builder()
                            .key("ManagedStackSource")
                            .value("AwsSamCli")
                            .build()));
            ManagedBucket bucket = new ManagedBucket(
                    new CloudFormationStacks(clients), new RecordedEvents(), Pauser.REAL, InstantSource.system());

            String name = bucket.name();

            assertThat(name).startsWith("aws-sam-cli-managed-default-samclisourcebucket");
            assertThat(clients.s3().listBuckets().buckets())
                    .extracting(Bucket::name)
                    .contains(name);
        }
    }
}
