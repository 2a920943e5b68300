package io.github.sammaven.core.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.fake.FakeEcr;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.EcrRegistry;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.container.PushFailedException;
import io.github.sammaven.core.packaging.image.EcrPublisher.Reference;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the engine and of ECR. */
@ExtendWith(LocalCredentials.class)
class EcrPublisherTest {

    private static final String ID = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";
    private static final String TAG = "orders-0123456789ab-v1";

    private final FakeEcr ecr = new FakeEcr().repository("one");
    private final AwsClients clients = new AwsClients(ecr.settings());
    private final RecordingEngine engine = new RecordingEngine();
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void close() {
        clients.close();
        ecr.close();
    }

    private EcrPublisher publisher(String repository, Reference reference) {
        ImageRepositories repositories = ImageRepositories.choose(
                new RepositoryOptions(Optional.of(repository), Map.of(), false), List.of("F", "G"));
        return new EcrPublisher(repositories, reference, () -> engine, new EcrRegistry(clients), time, events);
    }

    private EcrPublisher publisher() {
        return publisher(HOST + "one", Reference.TAG);
    }

    @Test
    void imageIsTaggedAndPushedWithTheTokenOfEcr() {
        engine.idsByName.put("orders:v1", ID);
        EcrPublisher publisher = publisher();
        assertThat(ecr.calls()).isEmpty();

        assertThat(publisher.publish("F", "orders:v1")).isEqualTo(HOST + "one:" + TAG);
        assertThat(engine.done).containsExactly("tag " + ID + " " + HOST + "one:" + TAG, "push " + HOST + "one:" + TAG);
        assertThat(engine.logins).singleElement().satisfies(login -> {
            assertThat(login.user()).isEqualTo("AWS");
            assertThat(login.password()).isEqualTo(FakeEcr.PASSWORD);
            assertThat(login.registry()).isEqualTo("https://123456789012.dkr.ecr.eu-central-1.amazonaws.com");
            assertThat(login.toString()).doesNotContain(FakeEcr.PASSWORD);
        });
        assertThat(events.of(Note.class))
                .contains(new Note("F: Pushing: 1.0 of 2.0 MB"), new Note("F: pushed " + HOST + "one:" + TAG));
        assertThat(events.all().toString()).doesNotContain(FakeEcr.PASSWORD);
    }

    @Test
    void sharedImageIsPushedOnceAndTheTokenAskedForOnce() {
        engine.idsByName.put("orders:v1", ID);
        engine.idsByName.put("orders:v2", ID);
        EcrPublisher publisher = publisher();
        publisher.publish("F", "orders:v1");
        publisher.publish("G", "orders:v1");
        publisher.publish("G", "orders:v2");
        assertThat(engine.done).filteredOn(line -> line.startsWith("push")).hasSize(2);
        assertThat(ecr.calls()).containsOnlyOnce("GetAuthorizationToken");
    }

    @Test
    void nothingIsSentWhenTheRepositoryHasTheImage() {
        engine.idsByName.put("orders:v1", ID);
        ecr.image("one", TAG, "{\"config\": {\"digest\": \"" + ID + "\"}}");
        assertThat(publisher().publish("F", "orders:v1")).isEqualTo(HOST + "one:" + TAG);
        assertThat(publisher(HOST + "one", Reference.DIGEST).publish("F", "orders:v1"))
                .isEqualTo(HOST + "one@sha256:of-" + TAG);
        assertThat(engine.done).isEmpty();
        assertThat(ecr.calls()).containsOnly("BatchGetImage one");
    }

    @Test
    void otherImageUnderTheSameTagIsReplaced() {
        engine.idsByName.put("orders:v1", ID);
        ecr.image("one", TAG, "{\"config\": {\"digest\": \"sha256:other\"}}");
        publisher().publish("F", "orders:v1");
        assertThat(engine.done).contains("push " + HOST + "one:" + TAG);
    }

    @Test
    void digestMayBeWrittenInstead() {
        engine.idsByName.put("orders:v1", ID);
        assertThat(publisher(HOST + "one", Reference.DIGEST).publish("F", "orders:v1"))
                .isEqualTo(HOST + "one@sha256:pushed");
    }

    @Test
    void imageKnownByItsIdIsNamedAfterItsFunction() {
        engine.idsByName.put(ID, ID);
        engine.idsByName.put("0123456789ab", ID);
        assertThat(publisher().publish("F", ID)).endsWith(":F-0123456789ab-latest");
        assertThat(publisher().publish("F", "0123456789ab")).endsWith(":F-0123456789ab-latest");
    }

    @Test
    void archiveIsLoadedAndNamedAfterItsFunction(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("image.tar"), "tar");
        engine.inArchive = List.of("orders:v1");
        engine.idsByName.put("orders:v1", ID);
        assertThat(publisher().publish("F", archive.toString())).endsWith(":F-0123456789ab-latest");
        assertThat(engine.done).startsWith("load");

        engine.inArchive = List.of("a", "b");
        assertThatThrownBy(() -> publisher().publish("F", archive.toString()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("image.tar holds 2 images");
    }

    @Test
    void passingFaultsAreTriedAgainAndOthersAreNot() {
        engine.idsByName.put("orders:v1", ID);
        engine.failures.addAll(
                List.of("toomanyrequests: Rate exceeded", "write: broken pipe", "net/http: TLS handshake timeout"));
        publisher().publish("F", "orders:v1");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

        engine.failures.addAll(List.of(
                "received unexpected HTTP status: 503 Service Unavailable",
                "EOF: unexpected EOF",
                "unexpected EOF",
                "unexpected EOF"));
        assertThatThrownBy(() -> publisher().publish("F", "orders:v1"))
                .isInstanceOf(PushFailedException.class)
                .hasMessageContaining("unexpected EOF");

        int pauses = time.pauses().size();
        engine.failures.add("denied: User is not authorized to perform: ecr:InitiateLayerUpload");
        assertThatThrownBy(() -> publisher().publish("F", "orders:v1"))
                .hasMessageContaining("allow ecr:InitiateLayerUpload");
        engine.failures.add("name unknown: The repository with name 'one' does not exist");
        assertThatThrownBy(() -> publisher().publish("F", "orders:v1")).hasMessageContaining("create the repository");
        engine.failures.add(
                "tag invalid: The image tag 'x' already exists and cannot be overwritten because the tag is immutable");
        assertThatThrownBy(() -> publisher().publish("F", "orders:v1")).hasMessageContaining("another DockerTag");
        assertThat(time.pauses()).hasSize(pauses);
    }

    @Test
    void whatCannotWorkIsToldBeforeAnythingIsSent() {
        assertThatThrownBy(() -> publisher().publish("F", "gone:v1"))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("F: the container engine has no image gone:v1");
        assertThatThrownBy(() -> publisher().publish("Unknown", "orders:v1"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Unknown: no repository is named");
        assertThatThrownBy(() -> publisher("123456789012.dkr.ecr.eu-west-1.amazonaws.com/one", Reference.TAG)
                        .publish("F", "orders:v1"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("is in eu-west-1, and the region of this run is eu-central-1");
        engine.idsByName.put("orders:v1", ID);
        assertThatThrownBy(() -> publisher(HOST + "absent", Reference.TAG).publish("F", "orders:v1"))
                .hasMessageContaining("there is no repository absent in ECR");
        assertThat(engine.done).isEmpty();
    }

    @Test
    void registryOfThisMachineNeedsNeitherEcrNorALogin() {
        engine.idsByName.put("orders:v1", ID);
        assertThat(publisher("localhost:5000/one", Reference.TAG).publish("F", "orders:v1"))
                .isEqualTo("localhost:5000/one:" + TAG);
        assertThat(engine.logins).isEmpty();
        assertThat(ecr.calls()).isEmpty();
    }
}
