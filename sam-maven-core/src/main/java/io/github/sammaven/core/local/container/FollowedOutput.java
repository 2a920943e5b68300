package io.github.sammaven.core.local.container;

/** Output of a container that is being followed. */
public interface FollowedOutput extends AutoCloseable {

    /** Stops following. */
    @Override
    void close();
}
