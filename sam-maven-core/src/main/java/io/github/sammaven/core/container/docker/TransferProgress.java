package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sums up how far a pull or push is, at most every ten seconds; keeps what went wrong. */
public final class TransferProgress implements Consumer<ResponseItem> {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double MB = 1024.0 * 1024;

    private final Direction direction;
    private final String reference;
    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private final Map<String, ProgressDetail> layers = new HashMap<>();
    private long saidNanos;
    private @Nullable String failure;

    /** Which way an image goes. */
    public enum Direction {
        PULL("Pulling", "Downloading"),
        PUSH("Pushing", "Pushing");

        private final String verb;
        private final String status;

        Direction(String verb, String status) {
            this.verb = verb;
            this.status = status;
        }
    }

    /**
     * @param lines takes a line from time to time
     * @param nanos a clock
     */
    public TransferProgress(Direction direction, String reference, Consumer<String> lines, LongSupplier nanos) {
        this.direction = direction;
        this.reference = reference;
        this.lines = lines;
        this.nanos = nanos;
        this.saidNanos = nanos.getAsLong();
    }

    @Override
    public void accept(ResponseItem item) {
        if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            failure = item.getErrorDetail().getMessage();
        }
        ProgressDetail detail = item.getProgressDetail();
        if (direction.status.equals(item.getStatus()) && detail != null && detail.getTotal() != null) {
            layers.put(String.valueOf(item.getId()), detail);
        }
        long now = nanos.getAsLong();
        if (!layers.isEmpty() && now - saidNanos >= INTERVAL_NANOS) {
            saidNanos = now;
            lines.accept(String.format(
                    Locale.ROOT,
                    "%s %s: %.1f of %.1f MB",
                    direction.verb,
                    reference,
                    sum(ProgressDetail::getCurrent),
                    sum(ProgressDetail::getTotal)));
        }
    }

    private double sum(Function<ProgressDetail, @Nullable Long> figure) {
        return layers.values().stream()
                        .map(figure)
                        .mapToLong(bytes -> bytes == null ? 0 : bytes)
                        .sum()
                / MB;
    }

    /** What the registry or the engine says went wrong; null if nothing did. */
    public @Nullable String failure() {
        return failure;
    }
}
