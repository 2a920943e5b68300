package io.github.sammaven.core.local.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call is answered with.
 *
 * @param status of HTTP
 * @param fields of the head, in order; what tells the length is added
 */
public record HttpReply(int status, Map<String, String> fields, byte[] body) {

    public HttpReply {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** JSON. */
    public static HttpReply json(int status, String body) {
        return new HttpReply(status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** No body. */
    public static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), new byte[0]);
    }

    /** With one field more. */
    public HttpReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new HttpReply(status, more, body);
    }

    /** @param persistent whether the connection stays */
    void write(OutputStream out, boolean withBody, boolean persistent) throws IOException {
        StringBuilder head = new StringBuilder(256);
        // The reason is for people; clients go by the number.
        head.append("HTTP/1.1 ").append(status).append(" \r\n");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            head.append(field.getKey())
                    .append(": ")
                    .append(inOneLine(field.getValue()))
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append(persistent ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        if (withBody) {
            out.write(body);
        }
        out.flush();
    }

    /** A value that came from a caller must not begin a field of its own. */
    private static String inOneLine(String value) {
        return value.replace('\r', ' ').replace('\n', ' ');
    }
}
