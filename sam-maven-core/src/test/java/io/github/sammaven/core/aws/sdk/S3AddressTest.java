package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.AwsSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3AddressTest {

    @AfterEach
    void clear() {
        System.clearProperty("aws.useDualstackEndpoint");
        System.clearProperty("aws.useFipsEndpoint");
        System.clearProperty("aws.endpointUrlS3");
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, acme, https://acme.s3.eu-central-1.amazonaws.com, https://s3.eu-central-1.amazonaws.com/acme/a/k",
        "us-east-1, acme, https://acme.s3.us-east-1.amazonaws.com, https://s3.us-east-1.amazonaws.com/acme/a/k",
        "cn-north-1, acme, https://acme.s3.cn-north-1.amazonaws.com.cn, https://s3.cn-north-1.amazonaws.com.cn/acme/a/k",
        "us-gov-west-1, acme, https://acme.s3.us-gov-west-1.amazonaws.com,"
                + " https://s3.us-gov-west-1.amazonaws.com/acme/a/k",
        "eu-central-1, acme.x, https://s3.eu-central-1.amazonaws.com/acme.x,"
                + " https://s3.eu-central-1.amazonaws.com/acme.x/a/k"
    })
    void knowsTheAddressInEveryPartition(String region, String bucket, String requests, String url) {
        S3Address address = S3Address.of(in(region), bucket).orElseThrow();

        assertThat(address.bucket()).hasToString(requests);
        assertThat(address.url("a/k")).hasToString(url);
        assertThat(address.scheme().signingRegion()).isEqualTo(region);
    }

    @Test
    void followsTheSettingForDualStack() {
        System.setProperty("aws.useDualstackEndpoint", "true");

        assertThat(S3Address.of(in("eu-central-1"), "acme")).hasValueSatisfying(address -> assertThat(address.bucket())
                .hasToString("https://acme.s3.dualstack.eu-central-1.amazonaws.com"));
    }

    @Test
    void followsTheSettingForFips() {
        System.setProperty("aws.useFipsEndpoint", "true");

        assertThat(S3Address.of(in("us-east-1"), "acme")).hasValueSatisfying(address -> assertThat(address.bucket())
                .hasToString("https://acme.s3-fips.us-east-1.amazonaws.com"));
    }

    @Test
    void putsTheBucketIntoThePathOfAnEmulator() {
        AwsSettings emulator = new AwsSettings(
                Optional.of("eu-central-1"),
                Optional.empty(),
                Optional.empty(),
                Map.of("s3", URI.create("http://127.0.0.1:4566")),
                Optional.empty());

        assertThat(S3Address.of(emulator, "acme")).hasValueSatisfying(address -> assertThat(address.url("a b"))
                .hasToString("http://127.0.0.1:4566/acme/a%20b"));
    }

    @Test
    void leavesAnEndpointOfTheEnvironmentToTheFullClient() {
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:4566");

        assertThat(S3Address.of(in("eu-central-1"), "acme")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acme--euc1-az1--x-s3", "arn:aws:s3:eu-central-1:123456789012:accesspoint/acme"})
    void leavesWhatIsNoPlainBucketToTheFullClient(String bucket) {
        assertThat(S3Address.of(in("eu-central-1"), bucket)).isEmpty();
    }

    private static AwsSettings in(String region) {
        return new AwsSettings(Optional.of(region), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }
}
