package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageTest {

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void messageBecomesAnEvent() throws Exception {
        SocketUser user = server.routes("$connect", "send").start().connect();
        user.say("{\"action\": \"send\", \"data\": \"ä\"}");
        JsonNode event = server.event("MESSAGE");
        assertThat(event.path("body").asText()).isEqualTo("{\"action\": \"send\", \"data\": \"ä\"}");
    }
}
