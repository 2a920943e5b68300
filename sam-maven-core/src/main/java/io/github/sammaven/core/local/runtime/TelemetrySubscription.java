package io.github.sammaven.core.local.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One extension's wish to be told, and a thread that tells it. */
final class TelemetrySubscription {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetrySubscription.class);
    private static final Duration DELIVERY = Duration.ofSeconds(2);

    /** What nobody fetches is dropped beyond this. */
    private static final int MAX_WAITING = 100_000;

    private static final TelemetryEvent END = new TelemetryEvent("end", new byte[0]);

    private final URI destination;
    private final Set<String> streams;
    private final TelemetryBuffering buffering;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread thread;

    /** An event, or a wish to have all before it delivered. */
    private record Waiting(TelemetryEvent event, @Nullable CountDownLatch delivered) {}

    /** @param streams of {@code platform}, {@code function} and {@code extension} */
    TelemetrySubscription(URI destination, Set<String> streams, TelemetryBuffering buffering) {
        this.destination = destination;
        this.streams = Set.copyOf(streams);
        this.buffering = buffering;
        this.thread = new Thread(this::deliverAll, "sam-local-telemetry");
        thread.setDaemon(true);
        thread.start();
    }

    void offer(TelemetryEvent event) {
        if (streams.contains(event.stream())) {
            queue.offer(new Waiting(event, null));
        }
    }

    /** Returns when what was offered before has been delivered, or that time is over. */
    void flush(Duration patience) {
        CountDownLatch delivered = new CountDownLatch(1);
        try {
            if (queue.offer(new Waiting(END, delivered))) {
                delivered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        thread.interrupt();
    }

    private void deliverAll() {
        try {
            while (true) {
                deliverBatch();
            }
        } catch (InterruptedException closed) {
            LOG.debug("The subscription of {} has ended", destination);
        }
    }

    private void deliverBatch() throws InterruptedException {
        List<byte[]> batch = new ArrayList<>();
        long bytes = 0;
        Waiting next = queue.take();
        Deadline deadline = Deadline.in(buffering.timeout());
        while (next != null && next.delivered() == null) {
            batch.add(next.event().json());
            bytes += next.event().json().length;
            boolean full = batch.size() >= buffering.maxItems() || bytes >= buffering.maxBytes();
            next = full ? null : queue.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        }
        if (!batch.isEmpty()) {
            deliver(batch);
        }
        if (next != null && next.delivered() != null) {
            next.delivered().countDown();
        }
    }

    private void deliver(List<byte[]> batch) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] event : batch) {
            body.write(body.size() == 0 ? '[' : ',');
            body.writeBytes(event);
        }
        body.write(']');
        HttpRequest request = HttpRequest.newBuilder(destination)
                .timeout(DELIVERY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.debug("{} does not take telemetry", destination, e);
        }
    }
}
