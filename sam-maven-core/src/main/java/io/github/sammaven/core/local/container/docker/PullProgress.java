package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sums up how far a pull is, at most every ten seconds; keeps what went wrong. */
final class PullProgress implements Consumer<PullResponseItem> {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double MB = 1024.0 * 1024;

    private final String reference;
    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private final Map<String, ProgressDetail> layers = new HashMap<>();
    private long saidNanos;
    private @Nullable String failure;

    PullProgress(String reference, Consumer<String> lines, LongSupplier nanos) {
        this.reference = reference;
        this.lines = lines;
        this.nanos = nanos;
        this.saidNanos = nanos.getAsLong();
    }

    @Override
    public void accept(PullResponseItem item) {
        if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            failure = item.getErrorDetail().getMessage();
        }
        ProgressDetail detail = item.getProgressDetail();
        if ("Downloading".equals(item.getStatus()) && detail != null && detail.getTotal() != null) {
            layers.put(String.valueOf(item.getId()), detail);
        }
        long now = nanos.getAsLong();
        if (!layers.isEmpty() && now - saidNanos >= INTERVAL_NANOS) {
            saidNanos = now;
            lines.accept(String.format(
                    Locale.ROOT,
                    "Pulling %s: %.1f of %.1f MB",
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
    @Nullable
    String failure() {
        return failure;
    }
}
