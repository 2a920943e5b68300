package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.S3ArtifactStore;
import io.github.sammaven.core.aws.sdk.S3Server;
import io.github.sammaven.core.problem.SamException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Through the real client to an S3 server of this JVM. */
@ExtendWith(LocalCredentials.class)
class UploadedTemplatesTest {

    private static final String BUCKET = "acme-artifacts";

    private S3Server server;
    private AwsClients clients;

    @BeforeEach
    void start() {
        server = new S3Server().createBucket(BUCKET);
        clients = new AwsClients(server.settings());
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    private URI upload(String body, PackageOptions options) {
        return upload(BUCKET, body, options);
    }

    private URI upload(String bucket, String body, PackageOptions options) {
        ArtifactStore store = new S3ArtifactStore(clients, ArtifactBucket.named(bucket));
        return new UploadedTemplates(store, options).upload(body);
    }

    @Test
    void putsTheTextUnderTheHashOfItsBytes() {
        URI address = upload("Grüße: {}\n", new PackageOptions("dev", false, false));

        String key = server.keys(BUCKET).get(0);
        assertThat(key).matches("dev/[0-9a-f]{32}\\.template");
        assertThat(server.content(BUCKET, key)).asString(StandardCharsets.UTF_8).isEqualTo("Grüße: {}\n");
        assertThat(address.toString()).contains(BUCKET).endsWith("/" + key);
    }

    @Test
    void uploadsTheSameTextOnceUnlessItIsForced() {
        PackageOptions forced = new PackageOptions("", true, false);

        URI first = upload("A: b\n", PackageOptions.defaults());
        assertThat(upload("A: b\n", PackageOptions.defaults())).isEqualTo(first);
        assertThat(server.written()).hasSize(1);
        assertThat(upload("A: b\n", forced)).isEqualTo(first);
        assertThat(server.written()).hasSize(2);
        assertThat(upload("A: c\n", PackageOptions.defaults())).isNotEqualTo(first);
        assertThat(server.keys(BUCKET)).hasSize(2);
    }

    @Test
    void saysSoWhenThereIsNoSuchBucket() {
        assertThatThrownBy(() -> upload("absent", "A: b\n", PackageOptions.defaults()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("there is no S3 bucket 'absent'");
    }
}
