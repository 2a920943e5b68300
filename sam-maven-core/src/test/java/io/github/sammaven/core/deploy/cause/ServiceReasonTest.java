package io.github.sammaven.core.deploy.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceReasonTest {

    @Test
    void takesApartWhatAResourceHandlerSays() {
        ServiceReason reason = ServiceReason.parse(
                "Resource handler returned message: \"The role defined for the function cannot be assumed by Lambda."
                        + " (Service: Lambda, Status Code: 400, Request ID: 9f0f5a3c-1f2e-4c8a-8a0e-000000000000)"
                        + " (SDK Attempt Count: 1)\" (RequestToken: 5a0c2c0e-ffff-0000-1111-222233334444,"
                        + " HandlerErrorCode: InvalidRequest)");

        assertThat(reason)
                .isEqualTo(new ServiceReason(
                        "The role defined for the function cannot be assumed by Lambda",
                        "Lambda",
                        400,
                        "",
                        "InvalidRequest"));
    }

    @Test
    void takesApartWhatOlderResourcesSay() {
        ServiceReason reason = ServiceReason.parse(
                "acme-orders already exists (Service: Amazon S3; Status Code: 409;"
                        + " Error Code: BucketAlreadyExists; Request ID: 7X8Y9Z; S3 Extended Request ID: abc/def=; Proxy: null)");

        assertThat(reason)
                .isEqualTo(
                        new ServiceReason("acme-orders already exists", "Amazon S3", 409, "BucketAlreadyExists", ""));
    }

    @Test
    void leavesAPlainSentenceAsItIs() {
        assertThat(ServiceReason.parse("The queue (old) is \"taken\"."))
                .isEqualTo(new ServiceReason("The queue (old) is \"taken\"", "", 0, "", ""));
    }

    @Test
    void saysSoWhenThereIsNoReason() {
        assertThat(ServiceReason.parse("").words()).isEqualTo("AWS gives no reason");
    }
}
