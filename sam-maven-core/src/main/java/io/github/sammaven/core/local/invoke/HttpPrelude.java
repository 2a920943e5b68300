package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the head of an HTTP answer off a streamed answer of {@link #CONTENT_TYPE}: JSON, then eight zero bytes, then the
 * body. The parts may be cut anywhere.
 */
public final class HttpPrelude {

    /** What a runtime says of an answer that begins with a prelude. */
    public static final String CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";

    /** Longest JSON that is waited for, bytes; AWS names no figure. */
    static final int MAX_BYTES = 1_048_576;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SEPARATOR_BYTES = 8;
    private static final int DEFAULT_STATUS = 200;
    private static final byte[] NOTHING = new byte[0];

    private final ByteArrayOutputStream json = new ByteArrayOutputStream(256);
    private int zeros;
    private @Nullable Head head;
    private @Nullable String problem;

    /**
     * Status line and headers.
     *
     * @param statusCode 200 if none is given
     * @param headers names as given, in their order
     * @param cookies values for {@code Set-Cookie}
     */
    public record Head(int statusCode, Map<String, List<String>> headers, List<String> cookies) {}

    /** Whether an answer of that content type begins with a prelude. */
    public static boolean isIn(String contentType) {
        return contentType.startsWith(CONTENT_TYPE);
    }

    /** Takes the next bytes of the answer, and returns those of them that belong to the body. */
    public byte[] add(byte[] part) {
        if (head != null) {
            return part;
        }
        int at = 0;
        while (at < part.length && zeros < SEPARATOR_BYTES && problem == null) {
            take(part[at++]);
        }
        if (zeros == SEPARATOR_BYTES && problem == null) {
            parse();
        }
        return head == null ? NOTHING : Arrays.copyOfRange(part, at, part.length);
    }

    private void take(byte next) {
        if (next == 0) {
            zeros++;
        } else if (zeros > 0) {
            problem = "the prelude of the answer has " + zeros + " zero bytes behind it instead of 8";
        } else if (json.size() == MAX_BYTES) {
            problem = "the prelude of the answer is longer than " + MAX_BYTES + " bytes";
        } else {
            json.write(next);
        }
    }

    private void parse() {
        try {
            JsonNode written = MAPPER.readTree(json.toString(StandardCharsets.UTF_8));
            if (!written.isObject()) {
                problem = "the prelude of the answer is no JSON object";
                return;
            }
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (String field : List.of("headers", "multiValueHeaders")) {
                written.path(field)
                        .properties()
                        .forEach(header -> headers.put(header.getKey(), texts(header.getValue())));
            }
            head = new Head(written.path("statusCode").asInt(DEFAULT_STATUS), headers, texts(written.path("cookies")));
        } catch (JsonProcessingException e) {
            problem = "the prelude of the answer is not JSON: " + e.getOriginalMessage();
        }
    }

    private static List<String> texts(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() ? List.of() : List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Present once the prelude is complete. */
    public Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    /** Why there will be no head; nothing is taken as body then. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
