package io.github.sammaven.core.local.container.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import io.github.sammaven.core.container.docker.BuildProgress;
import io.github.sammaven.core.container.docker.EngineMessage;
import io.github.sammaven.core.container.docker.TransferProgress;
import io.github.sammaven.core.local.container.ContainerEngine;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine says, in our words. */
class EngineTalkTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private static <T> T item(Class<T> type, String json) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }

    @Test
    void messageIsTakenOutOfItsWrapping() {
        assertThat(EngineMessage.of(new NotFoundException("Status 404: {\"message\":\"No such image: x\"}\n")))
                .isEqualTo("No such image: x");
        assertThat(EngineMessage.of(new RuntimeException("a\n  b {c"))).isEqualTo("a b {c");
        assertThat(EngineMessage.isNoAnswer(new RuntimeException(new IOException("refused"))))
                .isTrue();
        assertThat(EngineMessage.isNoAnswer(new RuntimeException("x"))).isFalse();
    }

    @Test
    void pullTellsItsProgressEveryTenSeconds() throws JsonProcessingException {
        TransferProgress progress =
                new TransferProgress(TransferProgress.Direction.PULL, "java:21", lines::add, nanos::get);
        String part = "{\"status\":\"Downloading\",\"id\":\"%s\",\"progressDetail\":{\"current\":%d,\"total\":%d}}";
        progress.accept(item(PullResponseItem.class, part.formatted("a", 1_048_576, 4_194_304)));
        nanos.set(9_000_000_000L);
        progress.accept(item(PullResponseItem.class, part.formatted("b", 1_048_576, 2_097_152)));
        assertThat(lines).isEmpty();
        nanos.set(10_000_000_000L);
        progress.accept(item(PullResponseItem.class, "{\"status\":\"Extracting\",\"id\":\"b\"}"));
        assertThat(lines).containsExactly("Pulling java:21: 2.0 of 6.0 MB");
        assertThat(progress.failure()).isNull();
        progress.accept(
                item(PullResponseItem.class, "{\"errorDetail\":{\"message\":\"denied\"},\"error\":\"denied\"}"));
        assertThat(progress.failure()).isEqualTo("denied");
    }

    @Test
    void buildThatFailsSaysWhy() throws JsonProcessingException {
        BuildProgress progress = new BuildProgress(lines::add);
        progress.accept(item(BuildResponseItem.class, "{\"stream\":\"Step 1/2\\n\\nrunning\\n\"}"));
        assertThat(lines).containsExactly("Step 1/2", "running");
        assertThatThrownBy(progress::imageId).isInstanceOf(DockerClientException.class);
        progress.accept(
                item(BuildResponseItem.class, "{\"errorDetail\":{\"message\":\"exit 7\"},\"error\":\"exit 7\"}"));
        assertThatThrownBy(progress::imageId).hasMessage("exit 7");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"usage\":300,\"max_usage\":500,\"stats\":{\"total_cache\":100}}',400",
        "'{\"usage\":300,\"stats\":{\"inactive_file\":50}}',250",
        "'{\"usage\":300}',300",
        "'{}',-1"
    })
    void peakIsWithoutTheFileCache(String memory, long peak) throws JsonProcessingException {
        assertThat(PeakMemory.read(MAPPER.readTree(memory)))
                .isEqualTo(peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak));
    }

    @Test
    void engineThatDoesNotAnswerIsSaidWithAWayOut() {
        ContainerEngine engine = DockerEngines.connect(Map.of("DOCKER_HOST", "unix:///no/such.sock"));
        assertThatThrownBy(() -> engine.images().find("x"))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("No container engine answers at unix:///no/such.sock")
                .satisfies(e -> assertThat(((SamException) e).problems().get(0).suggestion())
                        .contains("-Dsam.runner=process"));
        assertThat(engine.isRemote()).isFalse();
        engine.close();
        ContainerEngine remote = DockerEngines.connect(Map.of("DOCKER_HOST", "tcp://build.example:2375"));
        assertThat(remote.isRemote()).isTrue();
        remote.close();
    }
}
