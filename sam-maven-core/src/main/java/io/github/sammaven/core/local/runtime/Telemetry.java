package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes what happens in an environment to the extensions that subscribed to it; costs nothing where there are none. */
final class Telemetry {

    /** What happens before anybody could subscribe is kept, up to here. */
    private static final int MAX_EARLY = 10_000;

    private final List<TelemetrySubscription> subscriptions = new ArrayList<>();
    private final List<TelemetryEvent> early = new ArrayList<>();
    private volatile boolean wanted;
    private boolean keepsEarly;

    /** Begins anew. @param withExtensions whether somebody may subscribe */
    synchronized void begin(boolean withExtensions) {
        end();
        keepsEarly = withExtensions;
        wanted = withExtensions;
    }

    /** From now on nobody new is waited for. */
    synchronized void settle() {
        early.clear();
        keepsEarly = false;
        wanted = !subscriptions.isEmpty();
    }

    synchronized void subscribe(TelemetrySubscription subscription) {
        early.forEach(subscription::offer);
        subscriptions.add(subscription);
        wanted = true;
    }

    /** What has not been delivered yet is delivered at once; waits for each subscription at most that long. */
    void flush(Duration patience) {
        List<TelemetrySubscription> present;
        synchronized (this) {
            present = List.copyOf(subscriptions);
        }
        present.forEach(subscription -> subscription.flush(patience));
    }

    /** All subscriptions end. */
    synchronized void end() {
        subscriptions.forEach(TelemetrySubscription::close);
        subscriptions.clear();
        early.clear();
        wanted = false;
    }

    /** A line that was printed. @param type {@code function} or {@code extension} */
    void line(String type, String text) {
        if (wanted) {
            publish(type, () -> TextNode.valueOf(text));
        }
    }

    /** Something the platform did. @param fill sets the fields of its record */
    void platform(String name, Consumer<ObjectNode> fill) {
        if (wanted) {
            publish("platform." + name, () -> {
                ObjectNode details = JsonBinding.MAPPER.createObjectNode();
                fill.accept(details);
                return details;
            });
        }
    }

    private synchronized void publish(String type, Supplier<JsonNode> details) {
        TelemetryEvent event = TelemetryEvent.of(
                JsonBinding.MAPPER, Instant.now().truncatedTo(ChronoUnit.MILLIS), type, details.get());
        if (keepsEarly && early.size() < MAX_EARLY) {
            early.add(event);
        }
        subscriptions.forEach(subscription -> subscription.offer(event));
    }
}
