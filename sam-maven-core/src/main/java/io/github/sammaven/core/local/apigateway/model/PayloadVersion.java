package io.github.sammaven.core.local.apigateway.model;

/** The form of the event a function gets, and of the answer it may give. */
public enum PayloadVersion {
    /** {@code 1.0}, the only one of REST APIs. */
    V1,
    /** {@code 2.0}, of HTTP APIs unless the route says otherwise. */
    V2
}
