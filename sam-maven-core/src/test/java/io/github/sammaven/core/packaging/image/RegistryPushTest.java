package io.github.sammaven.core.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ImageRegistry;
import io.github.sammaven.core.aws.RegistryImage;
import io.github.sammaven.core.aws.RegistryToken;
import io.github.sammaven.core.container.BuildContext;
import io.github.sammaven.core.container.BuildRequest;
import io.github.sammaven.core.container.PushFailedException;
import io.github.sammaven.core.container.RegistryLogin;
import io.github.sammaven.core.container.docker.LocalImages;
import io.github.sammaven.core.container.docker.LocalRegistry;
import io.github.sammaven.core.packaging.image.EcrPublisher.Reference;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real engine pushes to a real registry. */
class RegistryPushTest {

    @TempDir
    private Path folder = Path.of("");

    private LocalImages images;
    private String id = "";

    @BeforeEach
    void build() throws IOException {
        images = new LocalImages(RegistryPushTest.class);
        Path context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY a /a\n");
        Files.writeString(context.resolve("a"), "pushed");
        String[] label = images.label().split("=");
        BuildRequest request = new BuildRequest(
                "Dockerfile",
                new TreeMap<>(),
                Optional.empty(),
                "linux/amd64",
                Set.of(),
                new TreeMap<>(Map.of(label[0], label[1])),
                Optional.empty(),
                new TreeSet<>(),
                new TreeSet<>(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new TreeSet<>());
        try (InputStream archive = BuildContext.of(context, "Dockerfile").stream()) {
            id = images.engine().build(request, archive, line -> {});
        }
        images.engine().tag(id, "sam-maven-test/orders", "v1");
    }

    @AfterEach
    void cleanUp() {
        if (images != null) {
            images.close();
        }
    }

    private EcrPublisher publisher(String repository, Reference reference) {
        return new EcrPublisher(
                ImageRepositories.choose(
                        new RepositoryOptions(Optional.of(repository), Map.of(), false), List.of("OrdersFunction")),
                reference,
                images::engine,
                new NoEcr(),
                new VirtualTime(Instant.EPOCH),
                new RecordedEvents());
    }

    @Test
    void imageComesToItsRegistryUnderItsTagAndDigest() throws IOException {
        try (LocalRegistry registry = LocalRegistry.start(folder, false)) {
            String repository = registry.host() + "/team/orders";
            String tag = "sam-maven-test-orders-" + id.substring(7, 19) + "-v1";
            String uri = publisher(repository, Reference.TAG).publish("OrdersFunction", "sam-maven-test/orders:v1");
            assertThat(uri).isEqualTo(repository + ":" + tag);
            assertThat(registry.manifest("team/orders", tag).body()).contains(id);

            String byDigest =
                    publisher(repository, Reference.DIGEST).publish("OrdersFunction", "sam-maven-test/orders:v1");
            String digest = registry.manifest("team/orders", tag)
                    .headers()
                    .firstValue("Docker-Content-Digest")
                    .orElseThrow();
            assertThat(byDigest).isEqualTo(repository + "@" + digest);

            // The name has a port now, which must not be taken for a tag.
            String again = publisher(registry.host() + "/other", Reference.TAG).publish("OrdersFunction", uri);
            assertThat(again).isEqualTo(registry.host() + "/other:team-orders-" + id.substring(7, 19) + "-" + tag);
            assertThat(registry.has("other", again.substring(again.lastIndexOf(':') + 1)))
                    .isTrue();
        }
    }

    @Test
    void loginIsUsedAndAWrongOneRefused() throws IOException {
        try (LocalRegistry registry = LocalRegistry.start(folder, true)) {
            String repository = registry.host() + "/orders";
            images.engine().tag(id, repository, "v1");
            assertThatThrownBy(() ->
                            images.engine().push(repository, "v1", Optional.of(login(registry, "wrong")), line -> {}))
                    .isInstanceOf(PushFailedException.class)
                    .hasMessageNotContaining("wrong")
                    .satisfies(e ->
                            assertThat(((PushFailedException) e).isTransient()).isFalse());
            assertThat(registry.has("orders", "v1")).isFalse();

            assertThat(images.engine()
                            .push(repository, "v1", Optional.of(login(registry, LocalRegistry.PASSWORD)), line -> {}))
                    .isPresent();
            assertThat(registry.has("orders", "v1")).isTrue();
        }
    }

    private static RegistryLogin login(LocalRegistry registry, String password) {
        return new RegistryLogin("http://" + registry.host(), LocalRegistry.USER, password);
    }

    @Test
    void registryThatIsNotThereIsAFaultThatMayPass() {
        images.engine().tag(id, "localhost:1/orders", "v1");
        assertThatThrownBy(() -> images.engine().push("localhost:1/orders", "v1", Optional.empty(), line -> {}))
                .isInstanceOf(PushFailedException.class)
                .hasMessageContaining("connection refused")
                .satisfies(
                        e -> assertThat(((PushFailedException) e).isTransient()).isTrue());
    }

    /** Images of this machine's own registry have nothing to do with ECR. */
    private static final class NoEcr implements ImageRegistry {

        @Override
        public String region() {
            throw new AssertionError();
        }

        @Override
        public RegistryToken token() {
            throw new AssertionError();
        }

        @Override
        public Optional<RegistryImage> find(String account, String repository, String tag) {
            throw new AssertionError();
        }

        @Override
        public void deleteRepository(String repository) {
            throw new AssertionError();
        }
    }
}
