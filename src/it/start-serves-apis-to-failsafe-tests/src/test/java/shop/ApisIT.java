package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ApisIT {

    private static final String ORDERS = System.getProperty("orders.url");
    private static final String WEB = System.getProperty("web.url");
    private static final String DELIVERY = System.getProperty("delivery.url");
    private static final String CHAT = System.getProperty("chat.url");

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(String method, String url, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void restApiAnswers() throws Exception {
        assertEquals(
                "{\"path\": \"/orders/7\", \"version\": null, \"stage\": \"Prod\"}",
                send("GET", ORDERS + "/orders/7").body());
        assertEquals(403, send("GET", ORDERS + "/nowhere").statusCode());
        assertEquals(502, send("GET", ORDERS + "/fail").statusCode());
    }

    @Test
    void authorizerDecides() throws Exception {
        assertEquals(401, send("POST", ORDERS + "/orders").statusCode());
        assertEquals(403, send("POST", ORDERS + "/orders", "Authorization", "closed").statusCode());
        assertEquals(200, send("POST", ORDERS + "/orders", "Authorization", "open").statusCode());
    }

    @Test
    void httpApiAnswers() throws Exception {
        assertEquals(
                "{\"path\": \"/web/a/b\", \"version\": \"2.0\", \"stage\": \"$default\"}",
                send("PUT", WEB + "/web/a/b").body());
        assertEquals(404, send("GET", WEB + "/nowhere").statusCode());
    }

    @Test
    void preflightIsAnsweredByTheApi() throws Exception {
        HttpResponse<String> answer = send(
                "OPTIONS", WEB + "/web/a", "Origin", "https://shop.example", "Access-Control-Request-Method", "GET");
        assertEquals(204, answer.statusCode());
        assertEquals(
                "https://shop.example",
                answer.headers().firstValue("access-control-allow-origin").orElseThrow());
    }

    @Test
    void apiOfTheNestedStackAnswers() throws Exception {
        assertEquals("on its way: 7", send("GET", DELIVERY + "/track/7").body());
    }

    @Test
    void webSocketApiAnswers() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(CHAT), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        answer.complete(data.toString());
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);
        socket.sendText("hello", true);
        assertEquals("hello", answer.get(20, TimeUnit.SECONDS));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(20, TimeUnit.SECONDS);
    }
}
