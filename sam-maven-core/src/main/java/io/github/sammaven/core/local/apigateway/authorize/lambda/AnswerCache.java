package io.github.sammaven.core.local.apigateway.authorize.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers of one authorizer by the values of its identity sources. Those who ask for the same at a time share one call;
 * failures are not kept. What was not used for longest leaves first.
 */
final class AnswerCache {

    private final Duration timeToLive;
    private final InstantSource clock;
    private final Map<List<String>, CompletableFuture<Kept>> entries;

    private record Kept(AuthorizerAnswer answer, Instant until) {}

    AnswerCache(Duration timeToLive, int capacity, InstantSource clock) {
        this.timeToLive = timeToLive;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<String>, CompletableFuture<Kept>> eldest) {
                return size() > capacity;
            }
        };
    }

    AuthorizerAnswer get(List<String> identity, Supplier<AuthorizerAnswer> call) {
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> entry;
        synchronized (entries) {
            entry = entries.get(identity);
            if (entry == null || isOver(entry)) {
                entries.put(identity, mine);
                entry = mine;
            }
        }
        if (entry == mine) {
            load(identity, mine, call);
        }
        return entry.join().answer();
    }

    private void load(List<String> identity, CompletableFuture<Kept> entry, Supplier<AuthorizerAnswer> call) {
        boolean kept = false;
        try {
            AuthorizerAnswer answer = call.get();
            kept = answer.isKept();
            entry.complete(new Kept(answer, clock.instant().plus(timeToLive)));
        } catch (Throwable e) {
            entry.completeExceptionally(e);
            throw e;
        } finally {
            if (!kept) {
                synchronized (entries) {
                    entries.remove(identity, entry);
                }
            }
        }
    }

    private boolean isOver(CompletableFuture<Kept> entry) {
        return entry.isDone()
                && (entry.isCompletedExceptionally()
                        || !clock.instant().isBefore(entry.join().until()));
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }
}
