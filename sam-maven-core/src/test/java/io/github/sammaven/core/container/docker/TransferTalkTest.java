package io.github.sammaven.core.container.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.LoadResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What an engine says while it pushes and loads. */
class TransferTalkTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private PushProgress push() {
        return new PushProgress(
                new TransferProgress(TransferProgress.Direction.PUSH, "one:v1", lines::add, nanos::get));
    }

    private static PushResponseItem pushed(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, PushResponseItem.class);
    }

    private static LoadResponseItem loaded(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, LoadResponseItem.class);
    }

    @Test
    void pushTellsItsProgressAndTheDigest() throws JsonProcessingException {
        PushProgress progress = push();
        progress.accept(pushed("{\"status\":\"Pushing\",\"id\":\"a\","
                + "\"progressDetail\":{\"current\":1048576,\"total\":2097152}}"));
        nanos.set(10_000_000_000L);
        progress.accept(pushed("{\"status\":\"Layer already exists\",\"id\":\"b\"}"));
        assertThat(lines).containsExactly("Pushing one:v1: 1.0 of 2.0 MB");
        assertThat(progress.digest()).isEmpty();
        progress.accept(pushed("{\"aux\":{\"Tag\":\"v1\",\"Digest\":\"sha256:ab\",\"Size\":1}}"));
        assertThat(progress.digest()).contains("sha256:ab");
        assertThat(progress.failure()).isEmpty();
    }

    @Test
    void pushThatFailsSaysWhy() throws JsonProcessingException {
        PushProgress progress = push();
        progress.accept(pushed("{\"errorDetail\":{\"message\":\"denied\"},\"error\":\"denied\"}"));
        assertThat(progress.failure()).contains("denied");
    }

    @Test
    void loadTellsNamesAndIds() throws JsonProcessingException {
        LoadProgress progress = new LoadProgress();
        progress.accept(loaded("{\"stream\":\"Loaded image: one:v1\\n\"}"));
        progress.accept(loaded("{\"stream\":\"Loaded image ID: sha256:ab\\n\"}"));
        progress.accept(loaded("{\"status\":\"Loading layer\"}"));
        assertThat(progress.images()).containsExactly("one:v1", "sha256:ab");
        progress.accept(loaded("{\"errorDetail\":{\"message\":\"bad tar\"},\"error\":\"bad tar\"}"));
        assertThatThrownBy(progress::images)
                .isInstanceOf(DockerClientException.class)
                .hasMessage("bad tar");
    }
}
