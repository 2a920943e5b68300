package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.aws.fake.FakeAws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class StsCallerTest {

    @Test
    void tellsAccountPartitionAndRegion() {
        try (FakeAws aws = new FakeAws();
                AwsClients clients = new AwsClients(aws.settings())) {
            assertThat(new StsCaller(clients).identity())
                    .isEqualTo(new CallerIdentity(
                            "123456789012", "aws", "arn:aws:iam::123456789012:user/tester", "eu-central-1"));
        }
    }

    @Test
    void saysSoWhenTheCredentialsAreWrong() {
        try (FakeAws aws = new FakeAws();
                AwsClients clients = new AwsClients(aws.settings())) {
            aws.refuse("GetCallerIdentity", 403, "InvalidClientTokenId", "The security token is invalid.");

            assertThatThrownBy(() -> new StsCaller(clients).identity())
                    .hasMessageContaining("AWS does not accept the credentials");
        }
    }
}
