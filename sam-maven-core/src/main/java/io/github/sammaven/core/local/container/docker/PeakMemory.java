package io.github.sammaven.core.local.container.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Memory figures of a container. Asked for without the client library's own call, which makes the engine wait for a
 * second sample.
 */
final class PeakMemory {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;

    private final DockerHttpClient http;

    PeakMemory(DockerHttpClient http) {
        this.http = http;
    }

    OptionalLong of(String container) {
        Request request = new Get("/containers/" + container + "/stats?stream=false&one-shot=true");
        try (Response response = http.execute(request)) {
            return response.getStatusCode() == OK
                    ? read(MAPPER.readTree(response.getBody()).path("memory_stats"))
                    : OptionalLong.empty();
        } catch (IOException | RuntimeException e) {
            // The container ends while we ask: there is no figure then.
            return OptionalLong.empty();
        }
    }

    /**
     * The file cache is not the function's, and the engine gives it up under pressure. The first version of control
     * groups notes the peak; the second does not, so that there it is what is used now.
     */
    static OptionalLong read(JsonNode memory) {
        long now = memory.path("usage").asLong(0);
        if (now == 0) {
            return OptionalLong.empty();
        }
        JsonNode details = memory.path("stats");
        long cache =
                details.path("total_cache").asLong(details.path("inactive_file").asLong(0));
        long peak = Math.max(now, memory.path("max_usage").asLong(0));
        return OptionalLong.of(Math.max(0, peak - cache));
    }

    /** A request without a body. */
    private static final class Get extends Request {

        private final String path;

        Get(String path) {
            this.path = path;
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public @Nullable InputStream body() {
            return null;
        }

        @Override
        public byte @Nullable [] bodyBytes() {
            return null;
        }

        @Override
        public @Nullable InputStream hijackedInput() {
            return null;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }
}
