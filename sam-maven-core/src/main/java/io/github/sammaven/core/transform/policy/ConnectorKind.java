package io.github.sammaven.core.transform.policy;

import java.util.Arrays;
import java.util.Optional;

/** How a connector grants its permissions. */
public enum ConnectorKind {
    /** By an IAM policy on the role of one end. */
    ROLE_POLICY("role-policy"),
    /** By permissions to invoke the destination, a function. */
    LAMBDA_PERMISSION("lambda-permission"),
    /** By the policy of the destination, a queue. */
    QUEUE_POLICY("queue-policy"),
    /** By the policy of the destination, a topic. */
    TOPIC_POLICY("topic-policy");

    private final String word;

    ConnectorKind(String word) {
        this.word = word;
    }

    /** The kind of this name in the data file. */
    static Optional<ConnectorKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
