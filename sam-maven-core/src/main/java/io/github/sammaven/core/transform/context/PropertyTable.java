package io.github.sammaven.core.transform.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys a mapping may have.
 *
 * @param lenient whether SAM drops other keys without a word; else it refuses them
 * @param properties by name, in alphabetical order
 */
record PropertyTable(boolean lenient, Map<String, Property> properties) {

    PropertyTable {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
