package io.github.sammaven.core.packaging.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where images go, as the user says it.
 *
 * @param all repository for the images of all functions
 * @param byFunction repositories by logical id of a function, with or without the path of its stack
 * @param resolve whether functions without a repository get one made for them
 */
public record RepositoryOptions(Optional<String> all, Map<String, String> byFunction, boolean resolve) {

    public RepositoryOptions {
        byFunction = Collections.unmodifiableMap(new LinkedHashMap<>(byFunction));
    }
}
