package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.ArtifactBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before the full client comes in, and what comes back. */
@ExtendWith(LocalCredentials.class)
class PlainRequestsTest {

    @TempDir
    private Path folder;

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
    void asksOnceWhenTheAnswerIsPlain() {
        service.once("HEAD", 200, Map.of(), "").on("HEAD", 404);

        assertThat(store(100).contains("there")).isTrue();
        assertThat(store(100).contains("absent")).isFalse();
        assertThat(service.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=" + S3Server.ACCESS_KEY + "/")
                    .contains("/eu-central-1/s3/aws4_request");
            assertThat(request.uri().getPath()).startsWith("/acme/");
        });
    }

    @Test
    void letsTheFullClientAskAgainAfterAFault() {
        service.once("HEAD", 503, Map.of(), "").on("HEAD", 200);

        assertThat(store(100).contains("there")).isTrue();
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void tellsTheVersionItHasWritten() throws IOException {
        service.on("HEAD", 200).on("PUT", 200, Map.of("x-amz-version-id", "v1"), "");

        assertThat(store(100).put("key", file("content"))).contains("v1");
        assertThat(service.requests()).last().satisfies(request -> assertThat(request.body())
                .isEqualTo("content"));
    }

    @Test
    void tellsNoVersionWhenTheBucketKeepsNone() throws IOException {
        service.on("HEAD", 200).on("PUT", 200, Map.of("x-amz-version-id", "null"), "");

        assertThat(store(100).put("key", file("content"))).isEmpty();
    }

    @Test
    void sendsTheSameHeadersAsTheFullClient() throws IOException {
        service.on("HEAD", 200).once("PUT", 503, Map.of(), "").on("PUT", 200, Map.of("ETag", "\"x\""), "");

        store(100).put("key", file("content"));

        ScriptedService.Request plain = service.requests().get(1);
        ScriptedService.Request full = service.requests().get(2);
        for (String name : new String[] {
            "Content-type",
            "Content-length",
            "X-amz-server-side-encryption",
            "X-amz-meta-commit",
            "X-amz-content-sha256"
        }) {
            assertThat(plain.header(name)).as(name).isNotEmpty().isEqualTo(full.header(name));
        }
    }

    @Test
    void writesInPartsThoughItMayNotListUnfinishedUploads() throws IOException {
        service.on("HEAD", 200)
                .refuse("GET", 403, "AccessDenied", "not authorized to perform s3:ListBucketMultipartUploads")
                .once(
                        "POST",
                        200,
                        Map.of(),
                        "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>")
                .on("PUT", 200, Map.of("ETag", "\"x\""), "")
                .on(
                        "POST",
                        200,
                        Map.of("x-amz-version-id", "v2"),
                        "<CompleteMultipartUploadResult><ETag>\"x-3\"</ETag></CompleteMultipartUploadResult>");

        assertThat(store(3).put("key", file("contents"))).contains("v2");
        assertThat(service.requests().stream()
                        .filter(request -> request.method().equals("PUT")))
                .extracting(ScriptedService.Request::body)
                .containsExactlyInAnyOrder("con", "ten", "ts");
    }

    private S3ArtifactStore store(long partBytes) {
        return new S3ArtifactStore(
                clients, new ArtifactBucket("acme", Optional.empty(), Map.of("commit", "abc")), partBytes);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }
}
