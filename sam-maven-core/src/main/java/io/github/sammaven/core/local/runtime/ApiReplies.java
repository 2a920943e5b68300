package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.http.HttpCall;
import io.github.sammaven.core.local.runtime.http.HttpReply;

/** The short answers of the API. */
final class ApiReplies {

    private ApiReplies() {}

    static void accept(HttpCall call) {
        json(call, 202, "{\"status\":\"OK\"}");
    }

    static void refuse(HttpCall call, ApiError error) {
        json(call, error.status(), error.body());
    }

    static void refuse(HttpCall call, ExtensionError error) {
        json(call, 403, error.body());
    }

    static void json(HttpCall call, int status, String body) {
        call.reply(HttpReply.json(status, body));
    }
}
