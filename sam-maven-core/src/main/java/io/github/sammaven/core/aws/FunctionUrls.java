package io.github.sammaven.core.aws;

import java.util.Optional;

/** The URLs of functions. Methods throw a {@code SamException} with the way out when the service refuses. */
public interface FunctionUrls {

    /** Where the functions are. */
    String region();

    /**
     * @param functionArn of a function, or of an alias of it
     * @return empty if it has no URL
     */
    Optional<String> url(String functionArn);
}
