package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class DisconnectTest {

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void functionHearsThatTheClientIsGone() throws Exception {
        SocketUser user = server.routes("$connect", "$disconnect").start().connect();
        JsonNode connect = server.event("CONNECT");
        user.socket.sendClose(1000, "bye").join();
        JsonNode event = server.event("DISCONNECT");
        assertThat(event.path("headers").toString())
                .isEqualTo("{\"Host\":\"127.0.0.1:%d\",\"x-api-key\":\"\",\"X-Forwarded-For\":\"\",\"x-restapi\":\"\"}"
                        .formatted(server.port()));
        assertThat(event.path("multiValueHeaders").path("x-api-key").toString()).isEqualTo("[\"\"]");
        assertThat(event.path("isBase64Encoded").asText()).isEqualTo("false");
        JsonNode context = event.path("requestContext");
        assertThat(context.path("routeKey").asText()).isEqualTo("$disconnect");
        assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1000);
        assertThat(context.path("disconnectReason").asText()).isEqualTo("bye");
        assertThat(context.path("connectionId"))
                .isEqualTo(connect.path("requestContext").path("connectionId"));
        assertThat(context.path("messageDirection").asText()).isEqualTo("IN");
        assertThat(context.path("identity").path("userAgent").asText()).isEqualTo("test/1");
        assertThat(context.path("connectedAt").asLong()).isEqualTo(VirtualTime.START.toEpochMilli());
        assertThat(user.closed.get()).isEqualTo(new Ending(1000, "bye"));
        assertThat(server.served("$disconnect").status()).isEqualTo(200);
    }

    private record Row(String line, byte[] payload, int answered, int code, String reason) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> closes() {
        return Stream.of(
                new Row("code and reason", new byte[] {0x0f, (byte) 0xa1, 'h', 'i'}, 4001, 4001, "hi"),
                new Row("code alone", new byte[] {0x03, (byte) 0xe8}, 1000, 1000, ""),
                new Row("nothing", new byte[0], 1000, 1005, "Client-side close frame status not set"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closes")
    void closeFrameIsAnsweredAndTold(Row row) throws Exception {
        server.routes("$disconnect").start();
        try (RawClient client = new RawClient(server.port(), "/")) {
            client.send(RawClient.CLOSE, true, row.payload());
            RawClient.Frame answer = client.read();
            assertThat(answer.type()).isEqualTo(RawClient.CLOSE);
            assertThat(answer.closeCode()).isEqualTo(row.answered());
            assertThat(client.isAtEnd()).isTrue();
            JsonNode context = server.event("DISCONNECT").path("requestContext");
            assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(row.code());
            assertThat(context.path("disconnectReason").asText()).isEqualTo(row.reason());
        }
    }

    @Test
    void lostConnectionIsTold() throws Exception {
        server.routes("$disconnect").start();
        try (RawClient client = new RawClient(server.port(), "/")) {
            assertThat(client.head).isNotEmpty();
        }
        JsonNode context = server.event("DISCONNECT").path("requestContext");
        assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1006);
        assertThat(context.path("disconnectReason").asText()).isEqualTo("Connection Closed Abnormally");
    }

    @Test
    void failedFunctionIsInTheJournalOnly() throws Exception {
        SocketUser user = server.routes("$disconnect")
                .function((event, invocation) -> SocketServer.failure(invocation, "ValueError"))
                .start()
                .connect();
        user.socket.sendClose(1000, "").join();
        assertThat(server.served("$disconnect").remark()).isEqualTo("Hello failed: ValueError");
        assertThat(user.closed.get().code()).isEqualTo(1000);
    }

    @Test
    void clientThatDoesNotAnswerTheCloseFrameIsCutOff() throws Exception {
        server.routes("$disconnect").start();
        try (RawClient client = new RawClient(server.port(), "/")) {
            client.send(RawClient.BINARY, true, new byte[] {1});
            assertThat(client.read().closeCode()).isEqualTo(1003);
            server.event("DISCONNECT");
            server.time.advance(Duration.ofSeconds(5));
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void connectionEndsOnce() throws Exception {
        SocketUser user = server.routes("$disconnect", "$default").start().connect();
        user.socket.sendClose(1000, "").join();
        server.event("DISCONNECT");
        server.stop();
        assertThat(server.invoked).isEmpty();
    }
}
