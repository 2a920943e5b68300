package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.http.PemFiles;
import io.github.sammaven.core.local.http.ServerCertificate;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProtocolTest {

    @TempDir
    private Path folder;

    private final TestGateway gateway = new TestGateway();

    @BeforeEach
    void route() {
        gateway.with(TestGateway.api(ApiKind.HTTP, "Echo", TestGateway.function("ANY", "/{path+}")))
                .with(new ScriptedRunner((environment, invocation) -> "{\"statusCode\":200,\"body\":%s}"
                        .formatted(quoted(invocation.payload()))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(byte[] json) {
        return "\""
                + new String(json, StandardCharsets.UTF_8).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void tlsTalksBothVersions(HttpClient.Version version) throws Exception {
        PemFiles pem = new PemFiles(folder);
        pem.ec("server.crt", "server.key");
        gateway.with(ServerCertificate.read(pem.path("server.crt"), pem.path("server.key")))
                .start();
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(pem.path("server.crt")))
                .version(version)
                .build();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(gateway.url() + "/a")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(gateway.url()).startsWith("https://");
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"X-Forwarded-Proto\":\"https\"");
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void plainTextIsUpgradedToHttp2() throws Exception {
        gateway.start();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI url = URI.create(gateway.url() + "/a?b=%20c");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        for (int i = 0; i < 20; i++) {
            answers.add(client.sendAsync(
                    HttpRequest.newBuilder(url)
                            .POST(HttpRequest.BodyPublishers.ofString("body " + i))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = answers.get(i).get(30, TimeUnit.SECONDS);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).contains("\"protocol\":\"HTTP/2.0\"").contains("\"Host\":");
        }
    }

    @Test
    void connectionIsKeptForRequestsInARow() throws Exception {
        gateway.start();
        try (Socket socket = socket()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                send(socket, "GET /" + i + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
                int length = 0;
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    length = line.startsWith("Content-Length: ")
                            ? Integer.parseInt(line.substring("Content-Length: ".length()))
                            : length;
                }
                char[] body = new char[length];
                for (int read = 0; read < length; read += in.read(body, read, length - read)) {
                    assertThat(read).isNotNegative();
                }
                assertThat(new String(body)).contains("\"path\":\"/" + i + "\"");
            }
        }
    }

    @Test
    void pathAndQueryComeAsTheyWereSent() throws Exception {
        gateway.start();
        String answer = raw("GET /a;x=1/%2f%C3/b?q=%FF&r=a+b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"path\":\"/a;x=1/%2f%C3/b\"");
    }

    @Test
    void absoluteUrlIsTakenAsItsPath() throws Exception {
        gateway.start();
        String answer = raw("GET http://other.example/a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"path\":\"/a\"");
    }

    @Test
    void bodyThatEndsEarlyIsRefused() throws Exception {
        gateway.start();
        try (Socket socket = socket()) {
            send(socket, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        }
        assertThat(gateway.access().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a?b=%z HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a HTTP/1.1\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: z\r\n\r\n",
                "\1\2\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedAndTheConnectionEnds(String request) throws Exception {
        gateway.start();
        assertThat(raw(request)).startsWith("HTTP/1.1 400");
    }

    @Test
    void linesBehindTheLastChunkThatAreNoHeadersAreRefused() throws Exception {
        gateway.start();
        try (Socket socket = socket()) {
            send(socket, "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nno header\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        }
        assertThat(gateway.access().status()).isEqualTo(400);
    }

    private Socket socket() throws IOException {
        URI url = URI.create(gateway.url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
