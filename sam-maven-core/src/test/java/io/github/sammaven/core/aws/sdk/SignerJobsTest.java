package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.aws.SigningProfile;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.signing.ArchiveSigner;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real SDK clients against a scripted Signer and S3, in virtual time. */
@ExtendWith(LocalCredentials.class)
class SignerJobsTest {

    private static final SigningProfile PROFILE = new SigningProfile("Release", Optional.of("123456789012"));

    private final VirtualTime time = new VirtualTime(Instant.parse("2031-05-06T07:08:09Z"));
    private ScriptedService service;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        clients = new AwsClients(service.settings());
    }

    @AfterEach
    void stop() {
        clients.close();
        service.close();
    }

    @Test
    void signsAndWaitsUntilTheArchiveIsThere() {
        service.on("POST", 200, Map.of(), "{\"jobId\": \"job-1\"}")
                .once("GET", 200, Map.of(), "{\"jobId\": \"job-1\", \"status\": \"InProgress\"}")
                .once("GET", 200, Map.of(), "{\"jobId\": \"job-1\", \"status\": \"InProgress\"}")
                .on(
                        "GET",
                        200,
                        Map.of(),
                        "{\"status\": \"Succeeded\", \"signedObject\": {\"s3\": {\"bucketName\": \"acme\","
                                + " \"key\": \"app/signed_job-1.zip\"}}}");

        String key = signer().sign("acme", "app/0a1b.zip", Optional.of("v7"), PROFILE);

        assertThat(key).isEqualTo("app/signed_job-1.zip");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(service.requests().get(0).body())
                .contains("\"bucketName\":\"acme\"", "\"key\":\"app/0a1b.zip\"", "\"version\":\"v7\"")
                .contains("\"prefix\":\"app/signed_\"", "\"profileName\":\"Release\"")
                .contains("\"profileOwner\":\"123456789012\"");
    }

    @Test
    void readsTheVersionOfAnArchiveThatWasThereBefore() {
        service.on("HEAD", 200, Map.of("x-amz-version-id", "v3"), "")
                .on("POST", 200, Map.of(), "{\"jobId\": \"job-1\"}")
                .on("GET", 200, Map.of(), "{\"status\": \"Succeeded\", \"signedObject\": {\"s3\": {\"key\": \"k\"}}}");

        signer().sign("acme", "0a1b.zip", Optional.empty(), PROFILE);

        assertThat(service.requests().get(1).body()).contains("\"version\":\"v3\"", "\"prefix\":\"signed_\"");
    }

    @Test
    void saysHowToKeepVersionsWhenTheBucketDoesNot() {
        service.on("HEAD", 200);

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> signer().sign("acme", "0a1b.zip", Optional.empty(), PROFILE))
                .withMessageContaining("the bucket keeps no versions")
                .withMessageContaining("aws s3api put-bucket-versioning --bucket acme");
        assertThat(service.requests())
                .extracting(ScriptedService.Request::method)
                .doesNotContain("POST");
    }

    @Test
    void namesTheJobAndTheReasonWhenItFails() {
        service.on("POST", 200, Map.of(), "{\"jobId\": \"job-9\"}")
                .on("GET", 200, Map.of(), "{\"status\": \"Failed\", \"statusReason\": \"the profile was revoked\"}");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> signer().sign("acme", "app/0a1b.zip", Optional.of("v7"), PROFILE))
                .withMessageContaining("the signing job job-9 for app/0a1b.zip failed: the profile was revoked")
                .withMessageContaining("aws signer describe-signing-job --job-id job-9");
    }

    @Test
    void givesUpAfterTenMinutes() {
        service.on("POST", 200, Map.of(), "{\"jobId\": \"job-9\"}")
                .on("GET", 200, Map.of(), "{\"status\": \"InProgress\"}");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> signer().sign("acme", "app/0a1b.zip", Optional.of("v7"), PROFILE))
                .withMessageContaining("job-9")
                .withMessageContaining("has not ended after 10 minutes");
        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void saysThatAJobIsDenied() {
        service.on(
                "POST",
                403,
                Map.of("x-amzn-ErrorType", "AccessDeniedException"),
                "{\"code\": \"AccessDeniedException\", \"message\": \"not authorized to perform signer:StartSigningJob\"}");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> signer().sign("acme", "app/0a1b.zip", Optional.of("v7"), PROFILE))
                .withMessageContaining("s3://acme/app/0a1b.zip cannot be signed with the profile Release")
                .withMessageContaining("signer:StartSigningJob");
    }

    private ArchiveSigner signer() {
        return new ArchiveSigner(new SignerJobs(clients), time);
    }
}
