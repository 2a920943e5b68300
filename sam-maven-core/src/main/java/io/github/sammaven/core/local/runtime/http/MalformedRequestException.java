package io.github.sammaven.core.local.runtime.http;

import java.io.IOException;

/** What came is not HTTP; where the next request begins is unknown. */
final class MalformedRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedRequestException(String message) {
        super(message);
    }
}
