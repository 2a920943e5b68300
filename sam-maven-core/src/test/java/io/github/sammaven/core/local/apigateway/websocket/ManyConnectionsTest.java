package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyConnectionsTest {

    private static final int CLIENTS = 200;
    private static final int MESSAGES = 20;

    private final SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private List<SocketUser> connectAll() {
        return IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(server::connect))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void eachClientGetsItsOwnAnswersAndAllAreTold() throws Exception {
        server.routes("$connect", "$disconnect")
                .twoWay("$default")
                .function((event, invocation) -> SocketServer.answer(
                        invocation,
                        "{\"statusCode\": 200, \"body\": \"%s\"}"
                                .formatted(event.path("body").asText())))
                .start();
        List<SocketUser> users = connectAll();
        for (int message = 0; message < MESSAGES; message++) {
            for (int i = 0; i < CLIENTS; i++) {
                users.get(i).say(i + ":" + message);
            }
        }
        for (int i = 0; i < CLIENTS; i++) {
            List<String> heard = new ArrayList<>();
            for (int message = 0; message < MESSAGES; message++) {
                heard.add(users.get(i).hear());
            }
            String own = i + ":";
            assertThat(heard).hasSize(MESSAGES).doesNotHaveDuplicates().allMatch(text -> text.startsWith(own));
        }
        server.stop();
        for (SocketUser user : users) {
            assertThat(user.closed.get().code()).isEqualTo(1001);
        }
        assertThat(server.invoked.stream()
                        .filter(event -> event.path("requestContext")
                                .path("eventType")
                                .asText()
                                .equals("DISCONNECT"))
                        .map(event -> event.path("requestContext").path("connectionId"))
                        .distinct())
                .hasSize(CLIENTS);
    }

    @Test
    void idleConnectionHasNoThread() throws Exception {
        server.start();
        List<SocketUser> users = connectAll();
        assertThat(users).hasSize(CLIENTS);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("sam-local-socket"))
                .isEmpty();
        assertThat(server.served).hasSize(CLIENTS);
    }

    @Test
    void messagesOfManyFunctionsToOneClientAreNotMixed() throws Exception {
        server.routes("$connect").unsignedAllowed().start();
        SocketUser user = server.connect();
        String id = server.event("CONNECT")
                .path("requestContext")
                .path("connectionId")
                .asText();
        List<CompletableFuture<Integer>> posts = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String text = (char) ('a' + i % 26) + ("" + i % 10).repeat(20_000);
            said.add(text);
            posts.add(server.client
                    .sendAsync(
                            HttpRequest.newBuilder(server.http("/@connections/" + id.replace("=", "%3D")))
                                    .POST(HttpRequest.BodyPublishers.ofString(text))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode));
        }
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            heard.add(user.hear());
        }
        assertThat(posts).allMatch(post -> post.join() == 200);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(said);
    }
}
