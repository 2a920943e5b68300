package io.github.sammaven.core.transform.context;

/** Behaviour that the hosted transform can switch on for an account; all off by default. */
public enum FeatureToggle {
    /** {@code PassthroughCondition} of a deployment preference is true unless it is written. */
    DEPLOYMENT_PREFERENCE_CONDITION,
    /** The version in the body of an API wins over {@code OpenApiVersion} when the body is post-processed. */
    NORMALIZED_OPEN_API_VERSION
}
