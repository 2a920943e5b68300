package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** The real client of the endpoint. */
@Timeout(60)
class ManagementTest {

    private static final String UNKNOWN = "L0SM9cOFvHcCIhw=";

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ApiGatewayManagementApiClient sdk(String path) {
        return ApiGatewayManagementApiClient.builder()
                .endpointOverride(URI.create(server.http(path).toString()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private String connectionId() throws InterruptedException {
        return server.event("CONNECT")
                .path("requestContext")
                .path("connectionId")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/prod"})
    void postedTextReachesTheClient(String path) throws Exception {
        SocketUser user = server.routes("$connect").start().connect();
        String id = connectionId();
        try (ApiGatewayManagementApiClient sdk = sdk(path)) {
            sdk.postToConnection(request -> request.connectionId(id).data(SdkBytes.fromUtf8String("hällo")));
        }
        assertThat(user.hear()).isEqualTo("hällo");
        assertThat(server.served("POST").status()).isEqualTo(200);
    }

    @Test
    void connectionIsDescribed() throws Exception {
        SocketUser user = server.routes("$connect", "$default").start().connect();
        String id = connectionId();
        server.time.awaitPlanned(SocketLimits.IDLE);
        server.time.advance(Duration.ofSeconds(30));
        user.say("x");
        server.event("MESSAGE");
        try (ApiGatewayManagementApiClient sdk = sdk("/prod")) {
            GetConnectionResponse answer = sdk.getConnection(request -> request.connectionId(id));
            assertThat(answer.connectedAt()).isEqualTo(VirtualTime.START);
            assertThat(answer.lastActiveAt()).isEqualTo(VirtualTime.START.plusSeconds(30));
            assertThat(answer.identity().sourceIp()).isEqualTo("127.0.0.1");
            assertThat(answer.identity().userAgent()).isEqualTo("test/1");
        }
    }

    @Test
    void connectionIsClosed() throws Exception {
        SocketUser user = server.routes("$connect", "$disconnect").start().connect();
        String id = connectionId();
        try (ApiGatewayManagementApiClient sdk = sdk("/prod")) {
            sdk.deleteConnection(request -> request.connectionId(id));
            assertThat(user.closed.get()).isEqualTo(new Ending(1000, "Connection Closed Normally"));
            assertThat(server.event("DISCONNECT")
                            .path("requestContext")
                            .path("disconnectStatusCode")
                            .asInt())
                    .isEqualTo(1000);
            assertThatThrownBy(() -> sdk.deleteConnection(request -> request.connectionId(id)))
                    .isInstanceOf(GoneException.class);
        }
    }

    @Test
    void unknownConnectionIsGone() {
        server.routes("$connect").start();
        try (ApiGatewayManagementApiClient sdk = sdk("/prod")) {
            assertThatThrownBy(() -> sdk.postToConnection(
                            request -> request.connectionId(UNKNOWN).data(SdkBytes.fromUtf8String("x"))))
                    .isInstanceOf(GoneException.class);
            assertThatThrownBy(() -> sdk.getConnection(request -> request.connectionId(UNKNOWN)))
                    .isInstanceOf(GoneException.class);
        }
    }

    @Test
    void connectionThatWasLeftIsGone() throws Exception {
        SocketUser user = server.routes("$connect", "$disconnect").start().connect();
        String id = connectionId();
        user.socket.sendClose(1000, "").join();
        server.event("DISCONNECT");
        try (ApiGatewayManagementApiClient sdk = sdk("")) {
            assertThatThrownBy(() -> sdk.postToConnection(
                            request -> request.connectionId(id).data(SdkBytes.fromUtf8String("x"))))
                    .isInstanceOf(GoneException.class);
        }
    }

    @Test
    void clientCannotBeReachedBeforeItMayConnect() throws Exception {
        server.routes("$connect")
                .function((event, invocation) -> {
                    try (ApiGatewayManagementApiClient sdk = sdk("")) {
                        String id = event.path("requestContext")
                                .path("connectionId")
                                .asText();
                        assertThatThrownBy(() -> sdk.postToConnection(
                                        request -> request.connectionId(id).data(SdkBytes.fromUtf8String("x"))))
                                .isInstanceOf(GoneException.class);
                    }
                    return SocketServer.answer(invocation, SocketServer.OK);
                })
                .start()
                .connect();
        assertThat(server.served("GET").status()).isEqualTo(101);
    }

    @Test
    void whatIsNoIdIsRefused() {
        server.routes("$connect").start();
        try (ApiGatewayManagementApiClient sdk = sdk("")) {
            assertThatThrownBy(() -> sdk.getConnection(request -> request.connectionId("a/b c")))
                    .isInstanceOfSatisfying(ApiGatewayManagementApiException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("BadRequestException");
                    });
        }
    }

    @Test
    void messageOfTheLimitPassesAndALongerOneIsRefused() throws Exception {
        SocketUser user = server.routes("$connect").start().connect();
        String id = connectionId();
        try (ApiGatewayManagementApiClient sdk = sdk("")) {
            assertThatThrownBy(() -> sdk.postToConnection(
                            request -> request.connectionId(id).data(SdkBytes.fromByteArray(new byte[131_073]))))
                    .isInstanceOf(PayloadTooLargeException.class)
                    .hasMessageContaining("131,073");
            sdk.postToConnection(
                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String("x".repeat(131_072))));
        }
        assertThat(user.hear()).hasSize(131_072);
    }

    private HttpResponse<String> send(String method, String id) throws Exception {
        return server.client.send(
                HttpRequest.newBuilder(server.http("/@connections/" + id.replace("=", "%3D")))
                        .method(method, HttpRequest.BodyPublishers.ofString("hi"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void unsignedRequestIsRefused() throws Exception {
        server.routes("$connect").start().connect();
        HttpResponse<String> response = send("POST", connectionId());
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void unsignedRequestPassesWhereThatIsAllowed() throws Exception {
        SocketUser user = server.unsignedAllowed().routes("$connect").start().connect();
        String id = connectionId();
        assertThat(send("POST", id).statusCode()).isEqualTo(200);
        assertThat(user.hear()).isEqualTo("hi");
        assertThat(send("PUT", id).statusCode()).isEqualTo(403);
    }

    @Test
    void functionAnswersItsClientThroughTheEndpoint() throws Exception {
        server.routes("$connect", "$default").function((event, invocation) -> {
            if (event.path("requestContext").path("eventType").asText().equals("MESSAGE")) {
                try (ApiGatewayManagementApiClient sdk = sdk("/prod")) {
                    sdk.postToConnection(request -> request.connectionId(event.path("requestContext")
                                    .path("connectionId")
                                    .asText())
                            .data(SdkBytes.fromUtf8String(
                                    "echo " + event.path("body").asText())));
                }
            }
            return SocketServer.answer(invocation, SocketServer.OK);
        });
        assertThat(server.start().connect().say("a").hear()).isEqualTo("echo a");
    }
}
