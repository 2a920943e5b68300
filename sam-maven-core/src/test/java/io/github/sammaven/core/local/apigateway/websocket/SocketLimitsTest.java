package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketLimitsTest {

    private static final int FRAME = 32 * 1024;
    private static final int MESSAGE = 128 * 1024;

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient connect() throws Exception {
        server.routes("$connect", "$disconnect", "$default").start();
        return new RawClient(server.port(), "/");
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');
        return text;
    }

    private void assertEndsWith(int code) throws Exception {
        assertThat(server.event("DISCONNECT")
                        .path("requestContext")
                        .path("disconnectStatusCode")
                        .asInt())
                .isEqualTo(code);
    }

    @Test
    void frameOfTheLimitPasses() throws Exception {
        try (RawClient client = connect()) {
            client.send(RawClient.TEXT, true, text(FRAME));
            assertThat(server.event("MESSAGE").path("body").asText()).hasSize(FRAME);
        }
    }

    @Test
    void frameOverTheLimitClosesTheConnection() throws Exception {
        try (RawClient client = connect()) {
            client.send(RawClient.TEXT, true, text(FRAME + 1));
            RawClient.Frame answer = client.read();
            assertThat(answer.type()).isEqualTo(RawClient.CLOSE);
            assertThat(answer.closeCode()).isEqualTo(1009);
            client.send(RawClient.CLOSE, true, answer.payload());
            assertThat(client.isAtEnd()).isTrue();
            assertEndsWith(1009);
        }
    }

    @Test
    void laterFrameOverTheLimitClosesTheConnectionToo() throws Exception {
        try (RawClient client = connect()) {
            client.send(RawClient.TEXT, false, text(10));
            client.send(RawClient.CONTINUATION, true, text(FRAME + 1));
            assertThat(client.read().closeCode()).isEqualTo(1009);
            assertEndsWith(1009);
        }
    }

    @Test
    void longFrameIsRefusedByItsHead() throws Exception {
        try (RawClient client = connect()) {
            client.head(RawClient.TEXT, true, 1 << 30);
            assertThat(client.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void messageOfTheLimitPasses() throws Exception {
        try (RawClient client = connect()) {
            for (int i = 0; i < MESSAGE / FRAME; i++) {
                client.send(i == 0 ? RawClient.TEXT : RawClient.CONTINUATION, i == MESSAGE / FRAME - 1, text(FRAME));
            }
            assertThat(server.event("MESSAGE").path("body").asText()).hasSize(MESSAGE);
        }
    }

    @Test
    void messageOverTheLimitClosesTheConnection() throws Exception {
        try (RawClient client = connect()) {
            for (int i = 0; i < MESSAGE / FRAME; i++) {
                client.send(i == 0 ? RawClient.TEXT : RawClient.CONTINUATION, false, text(FRAME));
            }
            client.send(RawClient.CONTINUATION, true, text(1));
            assertThat(client.read().closeCode()).isEqualTo(1009);
            assertEndsWith(1009);
        }
    }

    @Test
    void messageOfTheJdkIsSplitAndPasses() throws Exception {
        SocketUser user = server.routes("$default").start().connect();
        user.say("ä".repeat(MESSAGE / 2));
        assertThat(server.event("MESSAGE").path("body").asText()).isEqualTo("ä".repeat(MESSAGE / 2));
    }

    @Test
    void binaryFrameClosesTheConnection() throws Exception {
        SocketUser user =
                server.routes("$connect", "$disconnect", "$default").start().connect();
        user.socket.sendBinary(ByteBuffer.wrap(text(100)), true).join();
        assertThat(user.closed.get().code()).isEqualTo(1003);
        assertEndsWith(1003);
    }

    @Test
    void textThatIsNotUtf8ClosesTheConnection() throws Exception {
        try (RawClient client = connect()) {
            client.send(RawClient.TEXT, true, new byte[] {(byte) 0xff, (byte) 0xfe});
            assertThat(client.read().closeCode()).isEqualTo(1007);
            server.event("DISCONNECT");
        }
    }

    @Test
    void pingIsAnswered() throws Exception {
        try (RawClient client = connect()) {
            client.send(RawClient.PING, true, "hey".getBytes(StandardCharsets.UTF_8));
            assertThat(client.read().text()).isEqualTo("hey");
        }
    }

    @Test
    void idleConnectionIsClosed() throws Exception {
        SocketUser user = server.routes("$connect", "$disconnect").start().connect();
        server.event("CONNECT");
        server.time.awaitPlanned(SocketLimits.IDLE);
        server.time.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(user.closed).isNotDone();
        server.time.advance(Duration.ofMillis(1));
        assertThat(user.closed.get()).isEqualTo(new Ending(1001, "Going away"));
        assertEndsWith(1001);
    }

    @Test
    void messageKeepsAConnectionOpen() throws Exception {
        SocketUser user =
                server.routes("$connect", "$disconnect", "$default").start().connect();
        server.event("CONNECT");
        server.time.awaitPlanned(SocketLimits.IDLE);
        server.time.advance(Duration.ofMinutes(9));
        user.say("x");
        server.served("$default");
        server.time.advance(Duration.ofMinutes(9));
        assertThat(user.closed).isNotDone();
        server.time.advance(Duration.ofMinutes(1));
        assertThat(user.closed.get().code()).isEqualTo(1001);
    }

    @Test
    void pingKeepsAConnectionOpen() throws Exception {
        try (RawClient client = connect()) {
            server.time.awaitPlanned(SocketLimits.IDLE);
            server.time.advance(Duration.ofMinutes(9));
            client.send(RawClient.PING, true, new byte[0]).read();
            server.time.advance(Duration.ofMinutes(9));
            client.send(RawClient.PING, true, new byte[] {1});
            assertThat(client.read().payload()).containsExactly(1);
        }
    }

    @Test
    void connectionIsClosedAfterTwoHours() throws Exception {
        SocketUser user =
                server.routes("$connect", "$disconnect", "$default").start().connect();
        server.event("CONNECT");
        server.time.awaitPlanned(SocketLimits.IDLE);
        for (int minutes = 0; minutes < 117; minutes += 9) {
            server.time.advance(Duration.ofMinutes(9));
            user.say("x");
            server.served("$default");
        }
        assertThat(user.closed).isNotDone();
        server.time.advance(Duration.ofMinutes(3));
        assertThat(user.closed.get().code()).isEqualTo(1001);
        assertEndsWith(1001);
    }

    @Test
    void endedConnectionLeavesNothingToBeDone() throws Exception {
        SocketUser user = server.routes("$disconnect").start().connect();
        server.time.awaitPlanned(SocketLimits.IDLE);
        user.socket.sendClose(1000, "").join();
        server.event("DISCONNECT");
        server.time.awaitNothingPlanned();
    }
}
