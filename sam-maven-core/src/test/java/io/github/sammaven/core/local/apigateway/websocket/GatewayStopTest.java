package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayStopTest {

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void clientsAndFunctionsHearOfTheEnd() throws Exception {
        SocketUser user = server.routes("$connect", "$disconnect").start().connect();
        server.event("CONNECT");
        server.time.awaitPlanned(SocketLimits.IDLE);
        server.stop();
        assertThat(user.closed.get()).isEqualTo(new Ending(1001, "Going away"));
        assertThat(server.event("DISCONNECT")
                        .path("requestContext")
                        .path("disconnectStatusCode")
                        .asInt())
                .isEqualTo(1001);
        assertThat(server.served("$disconnect").status()).isEqualTo(200);
    }

    @Test
    void callUnderWayEndsFirst() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        SocketUser user = server.routes("$default", "$disconnect")
                .function((event, invocation) -> {
                    String type = event.path("requestContext").path("eventType").asText();
                    if (type.equals("MESSAGE")) {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            return SocketServer.failure(invocation, "Interrupted");
                        }
                    } else {
                        go.countDown();
                    }
                    return SocketServer.answer(invocation, SocketServer.OK);
                })
                .start()
                .connect();
        user.say("x");
        server.event("MESSAGE");
        server.stop();
        assertThat(server.served("$default").status()).isEqualTo(200);
        assertThat(user.closed.get().code()).isEqualTo(1001);
    }

    @Test
    void callThatDoesNotEndIsLeftWhenTheGraceIsOver() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        SocketUser user = server.grace(Duration.ofMillis(1))
                .routes("$default")
                .function((event, invocation) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                    }
                    return SocketServer.answer(invocation, SocketServer.OK);
                })
                .start()
                .connect();
        user.say("x");
        server.event("MESSAGE");
        server.stop();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void nobodyConnectsToAGatewayThatStops() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        server.routes("$connect", "$disconnect")
                .function((event, invocation) -> {
                    if (event.path("requestContext").path("eventType").asText().equals("DISCONNECT")) {
                        try {
                            stopped.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return SocketServer.answer(invocation, SocketServer.OK);
                })
                .start()
                .connect();
        server.time.awaitPlanned(SocketLimits.IDLE);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stop);
        server.event("DISCONNECT");
        try (RawClient late = new RawClient(server.port(), "/")) {
            assertThat(late.head.get(0)).isEqualTo("HTTP/1.1 503 Service Unavailable");
        }
        stopped.countDown();
        stop.join();
    }
}
