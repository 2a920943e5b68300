package io.github.sammaven.core.local.apigateway.model;

/**
 * A part of a request that says who calls.
 *
 * @param place where it is
 * @param name of the header, the parameter and so on
 */
public record IdentitySource(Place place, String name) {

    /** Where in the request. */
    public enum Place {
        HEADER,
        QUERY_STRING,
        CONTEXT,
        STAGE_VARIABLE
    }
}
