package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Loaded when the first document is read or written: most calls have none, and data binding takes long to load. */
final class JsonBinding {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonBinding() {}
}
