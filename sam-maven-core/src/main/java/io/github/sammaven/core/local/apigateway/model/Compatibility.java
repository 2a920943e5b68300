package io.github.sammaven.core.local.apigateway.model;

/** Whose answers are given where AWS and SAM CLI differ. */
public enum Compatibility {
    AWS,
    SAM_CLI
}
