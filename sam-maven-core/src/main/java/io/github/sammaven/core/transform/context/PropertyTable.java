package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys a mapping may have.
 *
 * @param exact whether SAM looks at the kinds of values
 * @param lenient whether SAM drops other keys without a word; else it refuses them
 * @param properties by name, in alphabetical order
 */
record PropertyTable(boolean exact, boolean lenient, Map<String, Property> properties) {

    PropertyTable {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether the property may have the value, as strictly as SAM looks at it. */
    boolean accepts(Property property, Node value) {
        return exact ? property.accepts(value) : property.mayAccept(value);
    }
}
