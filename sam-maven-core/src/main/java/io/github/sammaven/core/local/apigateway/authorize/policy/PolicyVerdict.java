package io.github.sammaven.core.local.apigateway.authorize.policy;

/**
 * What a policy says.
 *
 * @param allowed whether a statement allows it and none denies it
 * @param reason in plain words; empty text if it is allowed
 */
public record PolicyVerdict(boolean allowed, String reason) {

    static final PolicyVerdict ALLOWED = new PolicyVerdict(true, "");

    static PolicyVerdict refused(String reason) {
        return new PolicyVerdict(false, reason);
    }
}
