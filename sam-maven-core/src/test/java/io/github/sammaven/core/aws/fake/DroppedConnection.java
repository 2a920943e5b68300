package io.github.sammaven.core.aws.fake;

/** The connection is closed without an answer. */
final class DroppedConnection extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
