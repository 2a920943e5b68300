package io.github.sammaven.core.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.journal.RecentRequests;
import io.github.sammaven.core.local.journal.Requests;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConsoleServerTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private ConsoleUnderTest console;

    @BeforeEach
    void start() {
        console = new ConsoleUnderTest(
                new ScriptedRunner((environment, invocation) -> {
                    environment.log.line("called");
                    return invocation.payload();
                }),
                folder.resolve("events"));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private URI page(String path) {
        return URI.create(console.server.url()).resolve(path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(page(path)).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String origin, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(page(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String own() {
        return "http://" + page("/").getAuthority();
    }

    private String key() throws IOException, InterruptedException {
        Matcher found = KEY.matcher(get("/_sam/invoke").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void overviewShowsFunctionsRoutesAndRequestsWithoutSecrets() throws Exception {
        console.requests.add(Requests.answered("a1", "{}", "{}"));
        console.requests.add(Requests.refused("a2"));
        HttpResponse<String> page = get("/_sam");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("GET /hello?x&#x3D;&lt;1&gt;", "/_sam/requests/a1", "404", "refused")
                .contains("python3.11", "128 MB", "orders", "&lt;b&gt;&amp;", "(hidden)")
                .contains("href=\"http://127.0.0.1:3000/hello\"")
                .doesNotContain("hunter2", "<b>&");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
    }

    @Test
    void rootLeadsToThePage() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/_sam");
    }

    @Test
    void requestShowsEventLogAnswerAndShareOfTheLimit() throws Exception {
        console.requests.add(Requests.answered("a1", "{\"x\":\"<script>\"}", "{\"y\":2}"));
        String page = get("/_sam/requests/a1").body();
        assertThat(page)
                .contains("&quot;x&quot; : &quot;&lt;script&gt;&quot;", "a line of the log", "&quot;y&quot; : 2")
                .contains("16 bytes, 0.0 of 6.0 MB (0.0 %)", "max=\"6291456\"", "<dd>128 MB</dd>")
                .doesNotContain("\"<script>\"");
        HttpResponse<String> event = get("/_sam/requests/a1/event");
        assertThat(event.body()).isEqualTo("{\"x\":\"<script>\"}");
        assertThat(event.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_sam/requests/none", "/_sam/requests/none/event", "/_sam/nowhere", "/other"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).containsAnyOf("no longer kept", "There is no such page");
    }

    @Test
    void functionIsInvokedAndItsCallShown() throws Exception {
        HttpResponse<String> answer =
                post("/_sam/invoke", own(), "key", key(), "function", "Hello", "event", "{\"name\": \"Ä+&\"}");
        assertThat(answer.statusCode()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(get(location).body()).contains("&quot;name&quot; : &quot;Ä+&amp;&quot;", "called", "INVOKE Hello");
        assertThat(console.requests.newestFirst()).hasSize(1);
    }

    @Test
    void eventThatIsNoJsonIsToldWithItsPlaceAndKept() throws Exception {
        HttpResponse<String> answer =
                post("/_sam/invoke", own(), "key", key(), "function", "Hello", "event", "{\n \"a\": }");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 2, column", "&quot;a&quot;: }");
        assertThat(console.requests.newestFirst()).isEmpty();
    }

    @Test
    void functionThatIsNotThereIsTold() throws Exception {
        HttpResponse<String> answer = post("/_sam/invoke", own(), "key", key(), "function", "Other", "event", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("No function Other is served here");
    }

    @Test
    void requestIsReplayed() throws Exception {
        console.requests.add(Requests.answered("a1", "{\"x\":1}", "{}"));
        HttpResponse<String> answer = post("/_sam/replay", own(), "key", key(), "id", "a1");
        assertThat(answer.statusCode()).isEqualTo(303);
        ServedRequest replayed = console.requests.newestFirst().get(0);
        assertThat(answer.headers().firstValue("Location")).contains("/_sam/requests/" + replayed.id());
        assertThat(new String(replayed.response(), StandardCharsets.UTF_8)).isEqualTo("{\"x\":1}");
    }

    @Test
    void requestThatIsGoneIsNotReplayed() throws Exception {
        assertThat(post("/_sam/replay", own(), "key", key(), "id", "none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void samplesAndSavedEventsAreOffered() throws Exception {
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("events/mine.json"), "{\"mine\": true}");
        Files.writeString(folder.resolve("events/notes.txt"), "no event");
        Files.writeString(folder.resolve("secret.json"), "{\"secret\": 1}");
        assertThat(get("/_sam/invoke?event=saved/mine.json").body())
                .contains("{&quot;mine&quot;: true}", "sqs-message")
                .doesNotContain("notes.txt");
        assertThat(get("/_sam/invoke?function=Hello&event=s3-object-created").body())
                .contains("ObjectCreated:Put", "<option selected>Hello</option>");
        assertThat(get("/_sam/invoke?event=saved/../secret.json").body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "", "https://127.0.0.1"})
    void formOfAnotherSiteIsRefused(String origin) throws Exception {
        HttpResponse<String> answer = post("/_sam/invoke", origin, "key", key(), "function", "Hello", "event", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(console.requests.newestFirst()).isEmpty();
    }

    @Test
    void formWithoutOurKeyIsRefused() throws Exception {
        assertThat(post("/_sam/invoke", own(), "key", "guessed", "function", "Hello", "event", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/_sam/invoke", own(), "function", "Hello", "event", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:3999", "127.0.0.1.evil.example", "192.0.2.1", "[::2]:80"})
    void otherHostNameIsRefused(String host) throws IOException {
        assertThat(raw("GET /_sam HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "[::1]:3999"})
    void namesOfTheLoopbackInterfaceAreTaken(String host) throws IOException {
        assertThat(raw("GET /_sam HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(page("/").getHost(), page("/").getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void functionThatFailsIsShownAsFailed() throws Exception {
        try (ConsoleUnderTest failing = new ConsoleUnderTest(
                (function, log) -> new FunctionEnvironment() {
                    @Override
                    public InvocationResult invoke(Invocation invocation) {
                        return ScriptedRunner.result(
                                invocation,
                                "{\"errorType\":\"ValueError\"}".getBytes(StandardCharsets.UTF_8),
                                Optional.of("ValueError"));
                    }

                    @Override
                    public void close() {}
                },
                folder)) {
            console.close();
            console = failing;
            HttpResponse<String> answer = post("/_sam/invoke", own(), "key", key(), "function", "Hello", "event", "{}");
            String shown =
                    get(answer.headers().firstValue("Location").orElseThrow()).body();
            assertThat(shown).contains("class=\"failed\"", "failed: ValueError");
        }
    }

    @Test
    void portInUseIsNamed() {
        ConsoleContent content = new ConsoleContent("x", null, List.of(), new RecentRequests(), new EventShelf(folder));
        assertThatThrownBy(() -> ConsoleServer.start(page("/").getPort(), content, Clock.systemUTC()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(Integer.toString(page("/").getPort()));
    }
}
