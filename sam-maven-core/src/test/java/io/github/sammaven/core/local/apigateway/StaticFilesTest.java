package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StaticFilesTest {

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestGateway gateway = new TestGateway();
    private Path files;

    @BeforeEach
    void files() throws IOException {
        files = Files.createDirectories(folder.resolve("public"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(files.resolve("page.html"), "<p>ä</p>");
        Files.writeString(files.resolve("data.bin"), "bytes");
        Files.writeString(files.resolve("with blank.js"), "1");
        Files.writeString(files.resolve("hello"), "file");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void start(Compatibility compatibility, String... paths) {
        gateway.with(compatibility)
                .withFiles(files)
                .with(TestGateway.api(
                        ApiKind.REST,
                        "Orders",
                        Arrays.stream(paths)
                                .map(path -> TestGateway.function("ANY", path))
                                .toArray(Route[]::new)))
                .start();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(gateway.url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/page.html, text/html; charset=utf-8, <p>ä</p>",
        "/data.bin, application/octet-stream, bytes",
        "/with%20blank.js, text/javascript; charset=utf-8, 1",
    })
    void fileIsServedWithItsTypeAndNotKept(String path, String type, String content) throws Exception {
        start(Compatibility.AWS, "/api");
        HttpResponse<String> answer = send("GET", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers()
                        .firstValue("content-type")
                        .orElse("")
                        .replace("application/javascript", "text/javascript"))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void headOfAFileHasItsLength() throws Exception {
        start(Compatibility.AWS, "/api");
        HttpResponse<String> answer = send("HEAD", "/data.bin");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-length")).contains("5");
    }

    @Test
    void fileIsNotPostedTo() throws Exception {
        start(Compatibility.AWS, "/api");
        assertThat(send("POST", "/data.bin").statusCode()).isEqualTo(403);
    }

    @Test
    void routeGoesBeforeAFile() throws Exception {
        start(Compatibility.AWS, "/{proxy+}");
        assertThat(send("GET", "/page.html").body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/..%2Fsecret.txt",
                "/%2e%2e/secret.txt",
                "/x/../../secret.txt",
                "//../secret.txt",
                "/%00",
                "/page.html%00.txt",
                "/",
                "/absent",
                "/link.txt"
            })
    void nothingOutsideOfTheFolderIsServed(String path) throws Exception {
        Files.createSymbolicLink(files.resolve("link.txt"), folder.resolve("secret.txt"));
        start(Compatibility.AWS, "/api");
        URI url = URI.create(gateway.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /page.html, 200, <p>ä</p>",
        "GET, /absent, 403, '{\"message\":\"Missing Authentication Token\"}'",
        "GET, /hello, 200, hello",
        "POST, /absent, 200, hello",
    })
    void samCliServesFilesBeforeARouteForAllPaths(String method, String path, int status, String body)
            throws Exception {
        start(Compatibility.SAM_CLI, "/{proxy+}", "/hello");
        HttpResponse<String> answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void samCliAnswersOptionsWhereItHasFiles() throws Exception {
        start(Compatibility.SAM_CLI);
        HttpResponse<String> answer = send("OPTIONS", "/anything");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD, OPTIONS");
    }
}
