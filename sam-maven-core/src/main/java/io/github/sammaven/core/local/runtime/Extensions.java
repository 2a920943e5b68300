package io.github.sammaven.core.local.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The extensions beside one runtime process: who registered, who works, who waits. */
final class Extensions {

    /** Registered extensions of one function (Lambda quotas, extensions API). */
    private static final int MAX = 10;

    private final Runnable changed;
    private final Consumer<Fault> failed;
    private final CompletableFuture<Void> registered = new CompletableFuture<>();
    private final Set<String> awaited = new HashSet<>();
    private final Map<String, Extension> byId = new LinkedHashMap<>();
    private boolean closed;
    private @Nullable ShutdownReason shutdown;
    private long shutdownDeadlineMs;

    /**
     * Nobody at first.
     *
     * @param changed is told when somebody begins to wait
     * @param failed is told when one is lost
     */
    Extensions(Runnable changed, Consumer<Fault> failed) {
        this.changed = changed;
        this.failed = failed;
    }

    /** These programs are about to be started; nothing goes on before they have registered. */
    synchronized void expect(Collection<String> names) {
        awaited.addAll(names);
    }

    /** Done when all that were expected have registered. */
    CompletableFuture<Void> registered() {
        return registered;
    }

    /** Takes one in. */
    Extension register(String name, Set<ExtensionEvent> events) throws ExtensionRefusal {
        Extension extension;
        boolean complete;
        synchronized (this) {
            boolean external = awaited.contains(name);
            if (byId.values().stream().anyMatch(known -> known.name().equals(name))) {
                throw new ExtensionRefusal(ExtensionError.ALREADY_REGISTERED);
            }
            if (closed && !external || shutdown != null) {
                throw new ExtensionRefusal(ExtensionError.REGISTRATION_CLOSED);
            }
            if (byId.size() == MAX) {
                throw new ExtensionRefusal(ExtensionError.TOO_MANY);
            }
            if (!external && events.contains(ExtensionEvent.SHUTDOWN)) {
                throw new ExtensionRefusal(ExtensionError.SHUTDOWN_NOT_SUPPORTED);
            }
            extension = new Extension(name, external, events);
            byId.put(extension.id(), extension);
            awaited.remove(name);
            complete = awaited.isEmpty();
        }
        if (complete) {
            registered.complete(null);
        }
        return extension;
    }

    /** No internal extension registers any more: the runtime has finished its own initialisation. */
    synchronized void closeRegistration() {
        closed = true;
    }

    synchronized Optional<Extension> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized boolean areNone() {
        return byId.isEmpty();
    }

    synchronized boolean anyExternal() {
        return byId.values().stream().anyMatch(Extension::isExternal);
    }

    /** Whether that program gets a {@code SHUTDOWN} event. */
    synchronized boolean hearsShutdown(String name) {
        return byId.values().stream()
                .anyMatch(known -> known.name().equals(name) && known.wants(ExtensionEvent.SHUTDOWN));
    }

    /** Whether all have registered and wait for an event. */
    synchronized boolean allWait() {
        return awaited.isEmpty() && byId.values().stream().allMatch(known -> known.waiting != null);
    }

    void park(Extension extension, Extension.Waiting call) {
        ShutdownReason reason;
        synchronized (this) {
            reason = shutdown;
            if (reason == null) {
                extension.waiting = call;
            }
        }
        if (reason == null) {
            changed.run();
        } else if (extension.wants(ExtensionEvent.SHUTDOWN)) {
            call.shutDown(reason, shutdownDeadlineMs);
        }
    }

    void deliver(RuntimeTurn turn) {
        for (Extension.Waiting call : takeWaiting(ExtensionEvent.INVOKE)) {
            call.invoke(turn);
        }
    }

    /** Tells those that want to know, now or when they next ask. */
    void shutDown(ShutdownReason reason, long deadlineMs) {
        List<Extension.Waiting> waiting;
        synchronized (this) {
            shutdown = reason;
            shutdownDeadlineMs = deadlineMs;
            waiting = takeWaiting(ExtensionEvent.SHUTDOWN);
        }
        waiting.forEach(call -> call.shutDown(reason, deadlineMs));
    }

    private synchronized List<Extension.Waiting> takeWaiting(ExtensionEvent event) {
        if (byId.isEmpty()) {
            return List.of();
        }
        List<Extension.Waiting> calls = new ArrayList<>();
        for (Extension extension : byId.values()) {
            Extension.Waiting call = extension.waiting;
            if (call != null && extension.wants(event)) {
                calls.add(call);
                extension.waiting = null;
            }
        }
        return calls;
    }

    /** One says itself that it cannot go on. */
    void lost(String type, String cause) {
        failed.accept(new Fault(type, cause));
    }

    /** The program of one ended. */
    void ended(String name, int exitValue) {
        synchronized (this) {
            if (shutdown != null) {
                return;
            }
        }
        lost("Extension.Crash", name + ": " + ExitCause.brief(exitValue));
    }
}
