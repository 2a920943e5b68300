package io.github.sammaven.core.local.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes the first line of a program's standard output for us, and passes the rest on. */
final class FirstLine implements OutputReceiver {

    private static final Duration START = Duration.ofSeconds(10);

    private final OutputReceiver next;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<String>> line = new CompletableFuture<>();

    FirstLine(OutputReceiver next) {
        this.next = next;
    }

    /** Waits for it; empty if the program ended without one, or says nothing for ten seconds. */
    Optional<String> await() {
        try {
            return line.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void out(byte[] bytes) {
        if (line.isDone()) {
            next.out(bytes);
            return;
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        held.write(bytes, 0, end);
        if (end < bytes.length) {
            if (end + 1 < bytes.length) {
                next.out(Arrays.copyOfRange(bytes, end + 1, bytes.length));
            }
            line.complete(Optional.of(held.toString(StandardCharsets.US_ASCII)));
        }
    }

    @Override
    public void err(byte[] bytes) {
        next.err(bytes);
    }

    @Override
    public void end() {
        next.end();
        line.complete(Optional.empty());
    }
}
