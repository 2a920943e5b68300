package io.github.sammaven.core.local.apigateway.authorize.policy;

/**
 * Whether a part of a statement applies.
 *
 * @param doubt why that cannot be told here; empty text if it can
 */
record Match(boolean met, String doubt) {

    static final Match MET = new Match(true, "");
    static final Match MISSED = new Match(false, "");

    static Match undecided(String doubt) {
        return new Match(false, doubt);
    }

    static Match of(boolean met) {
        return met ? MET : MISSED;
    }

    boolean isUndecided() {
        return !doubt.isEmpty();
    }
}
