package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to one of the APIs of {@link RowGateway}, with what the functions answer to it.
 *
 * @param api logical id
 * @param answer of the function of the route
 * @param guard what the authorizer function answers
 * @param times how often it is sent
 */
record RowRequest(
        String api,
        String method,
        String path,
        List<Header> headers,
        byte[] body,
        Answer answer,
        Answer guard,
        int times) {

    /** How a function ends. */
    record Answer(byte[] payload, Kind kind) {

        /** Whether it returned. */
        enum Kind {
            RETURNED,
            RAISED,
            TIMED_OUT,
            /** After some time, unless the client has had its answer before. */
            RETURNED_LATE
        }

        static Answer returned(String json) {
            return new Answer(json.getBytes(StandardCharsets.UTF_8), Kind.RETURNED);
        }

        static Answer late(String json) {
            return new Answer(returned(json).payload(), Kind.RETURNED_LATE);
        }

        boolean isError() {
            return kind == Kind.RAISED || kind == Kind.TIMED_OUT;
        }

        static Answer raised(String message) {
            String error = "{\"errorMessage\":\"" + message + "\",\"errorType\":\"ValueError\"}";
            return new Answer(error.getBytes(StandardCharsets.UTF_8), Kind.RAISED);
        }
    }

    private static final Answer HELLO = Answer.returned("{\"statusCode\":200,\"body\":\"hello\"}");
    private static final Answer NOT_ASKED = Answer.raised("not to be asked");

    static RowRequest of(String api, String method, String path) {
        return new RowRequest(api, method, path, List.of(), new byte[0], HELLO, NOT_ASKED, 1);
    }

    static RowRequest get(String api, String path) {
        return of(api, "GET", path);
    }

    static RowRequest post(String api, String path, String type, byte[] body) {
        return of(api, "POST", path).with("Content-Type", type).sending(body);
    }

    static RowRequest post(String api, String path, String type, String body) {
        return post(api, path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    RowRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new RowRequest(api, method, path, List.copyOf(more), body, answer, guard, times);
    }

    private RowRequest sending(byte[] bytes) {
        return new RowRequest(api, method, path, headers, bytes, answer, guard, times);
    }

    RowRequest answered(String json) {
        return answered(Answer.returned(json));
    }

    RowRequest answered(Answer other) {
        return new RowRequest(api, method, path, headers, body, other, guard, times);
    }

    RowRequest guarded(String json) {
        return guarded(Answer.returned(json));
    }

    RowRequest guarded(Answer other) {
        return new RowRequest(api, method, path, headers, body, answer, other, times);
    }

    RowRequest twice() {
        return new RowRequest(api, method, path, headers, body, answer, guard, 2);
    }
}
