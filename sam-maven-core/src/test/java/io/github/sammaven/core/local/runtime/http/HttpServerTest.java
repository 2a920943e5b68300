package io.github.sammaven.core.local.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpServerTest {

    private static final int LARGE = 6 * 1_048_576;

    private final LinkedBlockingQueue<HttpCall> parked = new LinkedBlockingQueue<>();
    private final AtomicInteger handlers = new AtomicInteger();
    private HttpServer server = start(HttpServerTest::echo);

    private HttpServer start(CallHandler handler) {
        try {
            return HttpServer.start(InetAddress.getLoopbackAddress(), () -> {
                handlers.incrementAndGet();
                return handler;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restart(CallHandler handler) {
        server.close();
        server = start(handler);
    }

    /** Says what came. */
    private static void echo(HttpCall call) {
        try {
            String body = new String(call.body().readAllBytes(), StandardCharsets.UTF_8);
            String trailer = call.trailers().first("After").orElse("-");
            call.reply(HttpReply.json(200, call.method() + " " + call.path() + " [" + body + "] " + trailer));
        } catch (IOException e) {
            call.reply(HttpReply.json(400, "broken"));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The bytes as they are. */
    private final class Client implements Closeable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        private Client() throws IOException {}

        private Client send(String... lines) throws IOException {
            return sendText(String.join("\r\n", lines) + "\r\n\r\n");
        }

        private Client sendText(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException(line.toString(StandardCharsets.UTF_8));
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8).trim();
        }

        /** Status, further fields and body, parted by bars. */
        private String answer() throws IOException {
            StringBuilder answer = new StringBuilder(line().split(" ")[1]);
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring(16));
                } else if (!line.startsWith("Content-Type: ")) {
                    answer.append('|').append(line);
                }
            }
            return answer + "|" + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private boolean isEnded() throws IOException {
            return in.read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void connectionStaysForTheNextCallAndItsHandlerToo() throws IOException {
        try (Client client = new Client()) {
            client.send("GET /a?b=c HTTP/1.1", "Host: x").sendText("PUT /%41 HTTP/1.1\r\nContent-Length: 3\r\n\r\nxyz");
            assertThat(client.answer()).isEqualTo("200|Connection: keep-alive|GET /a [] -");
            assertThat(client.answer()).isEqualTo("200|Connection: keep-alive|PUT /A [xyz] -");
            assertThat(handlers).hasValue(1);
        }
    }

    @Test
    void chunksAndTrailersAreRead() throws IOException {
        try (Client client = new Client()) {
            client.send("POST / HTTP/1.1", "transfer-encoding: Chunked", "", "3;part=1", "abc", "A", "0123456789", "0")
                    .send("GET / HTTP/1.1");
            assertThat(client.answer()).isEqualTo("200|Connection: keep-alive|POST / [abc0123456789] -");
            client.answer();
            client.send("POST / HTTP/1.1", "Transfer-Encoding: chunked", "", "1", "x", "0", "after: all");
            assertThat(client.answer()).isEqualTo("200|Connection: keep-alive|POST / [x] all");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0", "GET / HTTP/1.1\r\nConnection: Close"})
    void connectionEndsIfTheClientWantsThat(String head) throws IOException {
        try (Client client = new Client()) {
            assertThat(client.send(head).answer()).isEqualTo("200|Connection: close|GET / [] -");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void clientThatAsksWhetherToSendIsToldTo() throws IOException {
        try (Client client = new Client()) {
            client.send("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2");
            assertThat(client.line()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(client.line()).isEmpty();
            assertThat(client.sendText("ab").answer()).isEqualTo("200|Connection: keep-alive|POST / [ab] -");
        }
    }

    @Test
    void connectionEndsWhenNobodyWantsWhatTheClientAsksToSend() throws IOException {
        restart(call -> call.reply(HttpReply.empty(403)));
        try (Client client = new Client()) {
            client.send("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2");
            assertThat(client.answer()).isEqualTo("403|Connection: close|");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void bodyThatNobodyWantsIsSkipped() throws IOException {
        restart(call -> call.reply(HttpReply.empty(403)));
        try (Client client = new Client()) {
            client.sendText("POST / HTTP/1.1\r\nContent-Length: " + LARGE + "\r\n\r\n" + "x".repeat(LARGE));
            assertThat(client.answer()).isEqualTo("403|Connection: keep-alive|");
            assertThat(client.send("GET / HTTP/1.1").answer()).startsWith("403|");
        }
    }

    @Test
    void largeAnswerArrivesWhole() throws IOException {
        restart(call -> call.reply(HttpReply.json(200, "y".repeat(LARGE))));
        try (Client client = new Client()) {
            assertThat(client.send("GET / HTTP/1.1").answer()).hasSize("200|Connection: keep-alive|".length() + LARGE);
        }
    }

    @Test
    void headIsAnsweredWithoutABody() throws IOException {
        try (Client client = new Client()) {
            client.send("HEAD / HTTP/1.0");
            while (!client.line().isEmpty()) {
                assertThat(client.socket.isClosed()).isFalse();
            }
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void valueOfAFieldCannotBeginAnotherOne() throws IOException {
        restart(call -> call.reply(new HttpReply(200, Map.of("A", "b\r\nC: ä"), new byte[0])));
        try (Client client = new Client()) {
            assertThat(client.send("GET / HTTP/1.1").answer()).startsWith("200|A: b  C: ä|");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "GET /",
                "GET / FTP/1.1",
                "GET /% HTTP/1.1",
                "GET / HTTP/1.1\r\nno colon",
                "GET / HTTP/1.1\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nContent-Length: many",
                "GET / HTTP/1.1\r\nTransfer-Encoding: gzip"
            })
    void whatIsNotHttpIsRefusedAndEndsTheConnection(String head) throws IOException {
        try (Client client = new Client()) {
            assertThat(client.send(head).answer()).isEqualTo("400|Connection: close|");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"z\r\n", "-1\r\n", "1\r\nab\r\n0\r\n\r\n"})
    void brokenChunksEndTheConnectionAfterTheAnswer(String chunks) throws IOException {
        try (Client client = new Client()) {
            client.send("POST / HTTP/1.1", "Transfer-Encoding: chunked").sendText(chunks);
            assertThat(client.answer()).isEqualTo("400|Connection: close|broken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3\r\n\r\nab", "Transfer-Encoding: chunked\r\n\r\n3\r\nab"})
    void bodyThatBreaksOffIsAnErrorOfItsReader(String rest) throws IOException {
        try (Client client = new Client()) {
            client.sendText("POST / HTTP/1.1\r\n" + rest).socket.shutdownOutput();
            assertThat(client.answer()).isEqualTo("400|Connection: close|broken");
        }
    }

    @Test
    void handlerThatFailsIsAServerError() throws IOException {
        restart(call -> {
            throw new IllegalStateException("expected");
        });
        try (Client client = new Client()) {
            assertThat(client.send("GET / HTTP/1.1").answer()).startsWith("500|");
        }
    }

    @Test
    void callWaitsForItsFirstAnswerAndTheOthersDoNotCount() throws Exception {
        restart(parked::add);
        try (Client client = new Client();
                Client other = new Client()) {
            client.send("GET /a HTTP/1.1");
            HttpCall call = parked.poll(10, TimeUnit.SECONDS);
            other.send("GET /b HTTP/1.1");
            parked.poll(10, TimeUnit.SECONDS).reply(HttpReply.json(200, "b"));
            assertThat(other.answer()).endsWith("|b");
            call.reply(HttpReply.json(200, "first"));
            call.reply(HttpReply.json(200, "second"));
            assertThat(client.answer()).endsWith("|first");
        }
    }

    @Test
    void closingEndsCallsThatWaitAndTheirThreads() throws Exception {
        LinkedBlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        restart(call -> {
            threads.add(Thread.currentThread());
            parked.add(call);
        });
        try (Client client = new Client()) {
            client.send("GET / HTTP/1.1");
            parked.poll(10, TimeUnit.SECONDS);
            Thread thread = threads.poll(10, TimeUnit.SECONDS);
            server.close();
            thread.join();
            assertThatThrownBy(client::answer).isInstanceOfAny(EOFException.class, SocketException.class);
            assertThatThrownBy(Client::new).isInstanceOf(IOException.class);
        }
    }
}
