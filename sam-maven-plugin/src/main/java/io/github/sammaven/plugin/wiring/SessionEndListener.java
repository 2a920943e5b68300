package io.github.sammaven.plugin.wiring;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;

/** Does something at the end of a Maven session, and passes on all events to the listener that was there before. */
final class SessionEndListener implements ExecutionListener {

    private final Optional<ExecutionListener> next;
    private final Runnable atEnd;

    SessionEndListener(Optional<ExecutionListener> next, Runnable atEnd) {
        this.next = next;
        this.atEnd = atEnd;
    }

    private void pass(Consumer<ExecutionListener> event) {
        next.ifPresent(event);
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        atEnd.run();
        pass(listener -> listener.sessionEnded(event));
    }

    @Override
    public void projectDiscoveryStarted(ExecutionEvent event) {
        pass(listener -> listener.projectDiscoveryStarted(event));
    }

    @Override
    public void sessionStarted(ExecutionEvent event) {
        pass(listener -> listener.sessionStarted(event));
    }

    @Override
    public void projectSkipped(ExecutionEvent event) {
        pass(listener -> listener.projectSkipped(event));
    }

    @Override
    public void projectStarted(ExecutionEvent event) {
        pass(listener -> listener.projectStarted(event));
    }

    @Override
    public void projectSucceeded(ExecutionEvent event) {
        pass(listener -> listener.projectSucceeded(event));
    }

    @Override
    public void projectFailed(ExecutionEvent event) {
        pass(listener -> listener.projectFailed(event));
    }

    @Override
    public void mojoSkipped(ExecutionEvent event) {
        pass(listener -> listener.mojoSkipped(event));
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        pass(listener -> listener.mojoStarted(event));
    }

    @Override
    public void mojoSucceeded(ExecutionEvent event) {
        pass(listener -> listener.mojoSucceeded(event));
    }

    @Override
    public void mojoFailed(ExecutionEvent event) {
        pass(listener -> listener.mojoFailed(event));
    }

    @Override
    public void forkStarted(ExecutionEvent event) {
        pass(listener -> listener.forkStarted(event));
    }

    @Override
    public void forkSucceeded(ExecutionEvent event) {
        pass(listener -> listener.forkSucceeded(event));
    }

    @Override
    public void forkFailed(ExecutionEvent event) {
        pass(listener -> listener.forkFailed(event));
    }

    @Override
    public void forkedProjectStarted(ExecutionEvent event) {
        pass(listener -> listener.forkedProjectStarted(event));
    }

    @Override
    public void forkedProjectSucceeded(ExecutionEvent event) {
        pass(listener -> listener.forkedProjectSucceeded(event));
    }

    @Override
    public void forkedProjectFailed(ExecutionEvent event) {
        pass(listener -> listener.forkedProjectFailed(event));
    }
}
