package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalCredentials.class)
class S3ArtifactStoreTest {

    private static S3Server server;

    @TempDir
    private Path folder;

    private AwsClients clients;

    @BeforeAll
    static void startServer() {
        server = new S3Server().createBucket("artifacts");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        clients = new AwsClients(server.settings());
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void findsWhatItHasWritten() throws IOException {
        S3ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named("artifacts"));
        assertThat(store.contains("orders/written")).isFalse();

        store.put("orders/written", file("content"));

        assertThat(store.contains("orders/written")).isTrue();
        assertThat(server.content("artifacts", "orders/written")).asString().isEqualTo("content");
    }

    @Test
    void encryptsWithS3KeysUnlessAKmsKeyIsNamed() throws IOException {
        new S3ArtifactStore(clients, ArtifactBucket.named("artifacts")).put("plain", file("content"));

        assertThat(server.head("artifacts", "plain").serverSideEncryptionAsString())
                .isEqualTo("AES256");
    }

    @Test
    void attachesMetadata() throws IOException {
        ArtifactBucket bucket = new ArtifactBucket("artifacts", Optional.empty(), Map.of("commit", "abc123"));

        new S3ArtifactStore(clients, bucket).put("described", file("content"));

        assertThat(server.head("artifacts", "described").metadata()).containsEntry("commit", "abc123");
    }

    @Test
    void namesTheBucketAndTheOptionWhenThereIsNoSuchBucket() throws IOException {
        S3ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named("absent-bucket"));
        Path file = file("content");

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> store.put("key", file))
                .withMessageContaining("there is no S3 bucket 'absent-bucket'")
                .withMessageContaining("-Dsam.s3Bucket");
    }

    @Test
    void givesTheAddressCloudFormationTakes() {
        S3ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named("artifacts"));

        assertThat(store.url("orders/ab12.template"))
                .hasToString(server.endpoint() + "/artifacts/orders/ab12.template");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("artifact"), content);
    }
}
