package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that nobody should send. More of them with {@code -Dgateway.fuzz.requests=10000}, others with {@code
 * -Dgateway.fuzz.seed}.
 */
@Timeout(600)
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("gateway.fuzz.requests", 300);
    private static final long SEED = Long.getLong("gateway.fuzz.seed", 20_261_121L);
    private static final int ANSWER_TIMEOUT_MS = 20_000;
    private static final String[] PIECES = {
        "%2F", "%00", "%ff", "%0d%0a", "/", "//", "..", ";", "?", "&", "=", "+", "a", ":", "~", "$", "'", "(", "%C3%A4"
    };
    private static final String[] WRONG_PIECES = {
        "%", "%2", "%zz", "#", "{", "}", "\u00e9", "\0", " ", "\\", "\"", "<", "[", "\t", "^", "|"
    };

    @TempDir
    private Path folder;

    private final TestGateway gateway = new TestGateway();

    @BeforeEach
    void start() {
        gateway.with(TestGateway.api(
                        ApiKind.REST,
                        "Orders",
                        TestGateway.function("ANY", "/"),
                        TestGateway.function("GET", "/items/{id}"),
                        TestGateway.function("ANY", "/all/{proxy+}")))
                .with(TestGateway.api(ApiKind.HTTP, "Shop", TestGateway.function("ANY", "/{proxy+}")))
                .withFiles(folder)
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void randomBytesAreAnsweredAndNeverAnErrorOfTheServer() throws Exception {
        Random random = new Random(SEED);
        Map<String, Integer> statuses = new TreeMap<>();
        long before = usedHeap();
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = request(random);
            String status = exchange(URI.create(gateway.url(i % 2)), request);
            assertThat(status)
                    .as(() -> "seed " + SEED + ": " + new String(request, StandardCharsets.ISO_8859_1))
                    .doesNotStartWith("5")
                    .isNotEqualTo("hung");
            statuses.merge(status, 1, Integer::sum);
            gateway.events.clear();
            gateway.journal.clear();
        }
        long after = usedHeap();
        System.out.printf(
                "%d requests, seed %d: %s, heap %d kB before, %d kB after%n", REQUESTS, SEED, statuses, before, after);
        assertThat(statuses).as("some get through").containsKey("200");
        assertThat(after - before).as("heap that stays, kB").isLessThan(32 * 1_024);
        assertThat(exchange(
                        URI.create(gateway.url()),
                        "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("200");
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_024;
    }

    private static byte[] request(Random random) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        int kind = random.nextInt(20);
        if (kind == 0) {
            byte[] noise = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(noise);
            return noise;
        }
        String[] methods = {
            "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get", "X" + noise(random, 3)
        };
        write(request, methods[random.nextInt(methods.length)] + " " + target(random) + " HTTP/1.1\r\n");
        if (random.nextInt(30) > 0) {
            write(request, "Host: x\r\n");
        }
        int headers = kind == 1 ? random.nextInt(5_000) : random.nextInt(5);
        for (int i = 0; i < headers; i++) {
            write(request, "X-" + (random.nextInt(40) == 0 ? noise(random, 5) : i) + ": " + noise(random, 20) + "\r\n");
        }
        if (kind == 2) {
            write(request, "X-Long: " + "x".repeat(random.nextInt(200_000)) + "\r\n");
        }
        body(random, request);
        return request.toByteArray();
    }

    private static void body(Random random, ByteArrayOutputStream request) {
        byte[] body = new byte[random.nextInt(500)];
        random.nextBytes(body);
        String[] types = {"application/json", "image/png", "text/plain; charset=\"", "", ";;", noise(random, 8)};
        write(request, "Content-Type: " + types[random.nextInt(types.length)] + "\r\n");
        int framing = random.nextInt(8);
        if (framing == 0) {
            write(request, "Transfer-Encoding: chunked\r\n\r\n");
            write(request, random.nextBoolean() ? Integer.toHexString(body.length) + "\r\n" : noise(random, 6));
            request.writeBytes(body);
            write(request, "\r\n0\r\n\r\n");
        } else if (framing == 1) {
            write(request, "Content-Length: " + noise(random, 4) + "\r\n\r\n");
            request.writeBytes(body);
        } else if (framing == 2) {
            write(request, "Content-Length: " + (body.length + random.nextInt(3) - 1) + "\r\n\r\n");
            request.writeBytes(body);
        } else if (framing < 6) {
            write(request, "Content-Length: " + body.length + "\r\n\r\n");
            request.writeBytes(body);
        } else {
            write(request, "\r\n");
        }
    }

    private static String target(Random random) {
        String[] starts = {"/", "/", "/items/", "/all/", "/all/", "", "http://x/", "*"};
        StringBuilder target = new StringBuilder(starts[random.nextInt(starts.length)]);
        String[] pieces = random.nextInt(4) == 0 ? WRONG_PIECES : PIECES;
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            target.append(random.nextInt(3) > 0 ? pieces[random.nextInt(pieces.length)] : "ab%20c");
        }
        if (random.nextInt(20) == 0) {
            target.append(noise(random, 30));
        }
        return target.toString();
    }

    /** Mostly what HTTP allows in a header, so that not all requests are refused by the first byte. */
    private static String noise(Random random, int length) {
        byte[] bytes = new byte[1 + random.nextInt(length)];
        random.nextBytes(bytes);
        if (random.nextInt(20) > 0) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ('!' + Math.floorMod(bytes[i], '~' - '!'));
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void write(ByteArrayOutputStream request, String text) {
        request.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The client says that nothing more will come, so that a server that waits for more has no reason to. */
    private static String exchange(URI url, byte[] request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(ANSWER_TIMEOUT_MS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The server has refused it before its end.
            }
            return status(socket.getInputStream());
        } catch (SocketException e) {
            return "closed";
        } catch (SocketTimeoutException e) {
            return "hung";
        }
    }

    private static String status(InputStream in) throws IOException {
        String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        if (line.isEmpty()) {
            return "closed";
        }
        in.readAllBytes();
        return line.substring(line.length() - 3);
    }
}
