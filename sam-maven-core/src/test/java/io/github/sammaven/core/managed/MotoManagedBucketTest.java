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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A second opinion on the template from an emulator others wrote; {@code -Dmoto.server=true} asks for it. */
@EnabledIfSystemProperty(named = "moto.server", matches = "true", disabledReason = "-Dmoto.server=true was not given")
@ExtendWith(LocalCredentials.class)
class MotoManagedBucketTest {

    @Test
    void makesAVersionedBucketOnce() throws IOException {
        assumeTrue(MotoServer.isInstalled(), "moto_server is not on the path");
        try (MotoServer moto = MotoServer.start();
                AwsClients clients = new AwsClients(moto.settings())) {
            ManagedBucket bucket = new ManagedBucket(
                    new CloudFormationStacks(clients), new RecordedEvents(), Pauser.REAL, InstantSource.system());

            String name = bucket.name();

            assertThat(name).startsWith("aws-sam-cli-managed-default-samclisourcebucket");
            assertThat(bucket.name()).isEqualTo(name);
            S3Client s3 = clients.s3();
            assertThat(s3.getBucketVersioning(request -> request.bucket(name)).status())
                    .isEqualTo(BucketVersioningStatus.ENABLED);
        }
    }
}
