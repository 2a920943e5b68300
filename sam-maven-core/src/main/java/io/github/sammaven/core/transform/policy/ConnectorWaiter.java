package io.github.sammaven.core.transform.policy;

/** Which resource must not be made before the policy of a connector. */
public enum ConnectorWaiter {
    SOURCE,
    /** The event source mapping from the source to the destination, if there is exactly one. */
    EVENT_SOURCE_MAPPING;

    static ConnectorWaiter of(String word) {
        return word.equals("source") ? SOURCE : EVENT_SOURCE_MAPPING;
    }
}
