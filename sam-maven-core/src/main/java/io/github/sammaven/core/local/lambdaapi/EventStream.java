package io.github.sammaven.core.local.lambdaapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Writes an answer as the messages of {@code InvokeWithResponseStream}; parts may come from another thread. */
final class EventStream implements ResponseStream {

    static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutputStream out;
    private boolean clientGone;

    EventStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(String contentType) {
        // The caller learns of it in no other way than by the first part.
    }

    @Override
    public synchronized void part(byte[] payload) {
        send("PayloadChunk", "application/octet-stream", payload);
    }

    /**
     * The last message.
     *
     * @param error type and details of the error that ended the answer
     * @param log base64 of the log's end, if it was asked for
     */
    synchronized void complete(Optional<Map.Entry<String, String>> error, Optional<String> log) {
        ObjectNode end = MAPPER.createObjectNode();
        error.ifPresent(known -> end.put("ErrorCode", known.getKey()).put("ErrorDetails", known.getValue()));
        log.ifPresent(text -> end.put("LogResult", text));
        send("InvokeComplete", "application/json", end.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void send(String type, String contentType, byte[] payload) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString("event"));
        headers.put(":event-type", HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString(contentType));
        try {
            if (!clientGone) {
                new Message(headers, payload).encode(out);
                out.flush();
            }
        } catch (IOException e) {
            // The function goes on without it, as in AWS.
            clientGone = true;
        }
    }
}
