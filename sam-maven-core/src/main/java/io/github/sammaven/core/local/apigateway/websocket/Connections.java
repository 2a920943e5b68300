package io.github.sammaven.core.local.apigateway.websocket;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The connections of an API by their ids. */
final class Connections {

    /** A client that does not take its answer is given up. */
    private static final int HANDSHAKE_SECONDS = 5;

    private final ConcurrentMap<String, CompletableFuture<Connection>> byId = new ConcurrentHashMap<>();

    /** Its client is about to hear that it may connect, and may tell others before we hear that it has. */
    void expect(String id) {
        CompletableFuture<Connection> opening = new CompletableFuture<>();
        byId.put(id, opening);
        opening.orTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS).whenComplete((connection, late) -> {
            if (late != null) {
                byId.remove(id, opening);
            }
        });
    }

    void opened(Connection connection) {
        String id = connection.client().connectionId();
        byId.computeIfAbsent(id, missing -> new CompletableFuture<>()).complete(connection);
        connection.onEnd(how -> byId.remove(id));
    }

    /** Waits for one that is expected. */
    Optional<Connection> find(String id) {
        CompletableFuture<Connection> known = byId.get(id);
        if (known == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(known.join()).filter(Connection::isOpen);
        } catch (CompletionException late) {
            return Optional.empty();
        }
    }

    List<Connection> open() {
        return byId.values().stream()
                .filter(each -> each.isDone() && !each.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }
}
