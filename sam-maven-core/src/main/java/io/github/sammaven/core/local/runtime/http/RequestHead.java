package io.github.sammaven.core.local.runtime.http;

/**
 * The first lines of a request.
 *
 * @param path decoded, without the query
 * @param persistent whether the client means to send another one on the same connection
 */
record RequestHead(String method, String path, boolean persistent, HttpFields fields) {

    boolean expectsContinue() {
        return fields.says("Expect", "100-continue");
    }
}
