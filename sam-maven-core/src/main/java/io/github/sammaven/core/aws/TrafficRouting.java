package io.github.sammaven.core.aws;

/**
 * How a deployment configuration moves traffic.
 *
 * @param kind canary: one part, then the rest; linear: equal parts
 * @param percent of the first part, or of each; 100 if all moves at once
 * @param minutes between two parts; 0 if all moves at once
 */
public record TrafficRouting(Kind kind, int percent, int minutes) {

    /** How traffic is divided. */
    public enum Kind {
        CANARY,
        LINEAR,
        ALL_AT_ONCE
    }
}
