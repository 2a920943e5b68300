package io.github.sammaven.core.local.runtime;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One extension. Belongs to {@link Extensions}, which guards it. */
final class Extension {

    /** A call for the next event that waits for its answer. */
    interface Waiting {
        void invoke(RuntimeTurn turn);

        void shutDown(ShutdownReason reason, long deadlineMs);
    }

    private final String id = UUID.randomUUID().toString();
    private final String name;
    private final boolean external;
    private final Set<ExtensionEvent> events;

    /** Present while it waits for an event. */
    @Nullable
    Waiting waiting;

    /** @param external whether it is a program of its own, beside the runtime */
    Extension(String name, boolean external, Set<ExtensionEvent> events) {
        this.name = name;
        this.external = external;
        this.events = Set.copyOf(events);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isExternal() {
        return external;
    }

    boolean wants(ExtensionEvent event) {
        return events.contains(event);
    }
}
