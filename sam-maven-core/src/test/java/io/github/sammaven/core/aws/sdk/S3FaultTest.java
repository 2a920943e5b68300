package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.aws.sdk.FaultyFront.Fate;
import io.github.sammaven.core.aws.sdk.FaultyFront.Request;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.work.ParallelWork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the server and the network do: an object is whole or not there, and nothing hangs. */
@ExtendWith(LocalCredentials.class)
@Timeout(120)
class S3FaultTest {

    /** S3 takes no smaller parts but the last. */
    private static final int PART = 5 << 20;

    private static final int SMALL = 64 << 10;
    private static final CallLimits IMPATIENT =
            new CallLimits(Duration.ofSeconds(2), Duration.ofMillis(1500), Duration.ofSeconds(20), 5);

    @TempDir
    private Path folder;

    private S3Server server;

    @BeforeEach
    void start() {
        server = new S3Server().createBucket("artifacts");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyObjectIsWholeOrAbsentWhenRequestsFailAtRandom(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            contents.put("small-" + i, bytes(random, 1 + random.nextInt(SMALL)));
        }
        contents.put("large", bytes(random, 2 * PART + 17));
        Function<Request, Fate> chance = request ->
                random.nextInt(100) < 25 ? Fate.values()[1 + random.nextInt(Fate.values().length - 1)] : Fate.PASS;
        List<String> written = new ArrayList<>();
        try (FaultyFront front = new FaultyFront(server.endpoint(), chance);
                AwsClients clients = clients(front.endpoint())) {
            S3ArtifactStore store = store(clients);
            List<Callable<Optional<String>>> uploads = new ArrayList<>();
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                Path file = Files.write(folder.resolve(content.getKey()), content.getValue());
                uploads.add(() -> attempt(store, content.getKey(), file));
            }
            new ParallelWork<>(uploads).run(key -> key.ifPresent(written::add));
        }

        List<String> there = server.keys("artifacts");
        assertThat(written).as("seed %s", seed).isNotEmpty();
        assertThat(there).as("seed %s", seed).containsAll(written);
        assertThat(there).as("seed %s", seed).allSatisfy(key -> assertThat(server.content("artifacts", key))
                .isEqualTo(contents.get(key)));
    }

    /** Empty if it failed, which it may. */
    private static Optional<String> attempt(S3ArtifactStore store, String key, Path file) {
        try {
            if (!store.contains(key)) {
                store.put(key, file);
            }
            return Optional.of(key);
        } catch (SamException failure) {
            assertThat(failure.getMessage()).isNotBlank().doesNotContain("Exception");
            return Optional.empty();
        }
    }

    @Test
    void failsClearlyAndLeavesNothingWhenTheServerDoesNotRecover() throws IOException {
        Path large = Files.write(folder.resolve("large"), bytes(new Random(7), PART + 17));
        try (FaultyFront front =
                        new FaultyFront(server.endpoint(), request -> request.isPart() ? Fate.ERROR : Fate.PASS);
                AwsClients clients = clients(front.endpoint())) {
            S3ArtifactStore store = store(clients);

            assertThatExceptionOfType(SamException.class)
                    .isThrownBy(() -> store.put("large", large))
                    .withMessageContaining("s3://artifacts/large cannot be written")
                    .withMessageContaining("error 500");
        }
        assertThat(server.keys("artifacts")).isEmpty();
        assertThat(server.unfinished("artifacts")).isEmpty();
    }

    @Test
    void sendsOnlyTheMissingPartsOfAnUploadThatWasKilled() throws Exception {
        Path large = Files.write(folder.resolve("large"), bytes(new Random(8), 4 * PART + 17));
        AtomicInteger parts = new AtomicInteger();
        try (FaultyFront front = new FaultyFront(
                server.endpoint(),
                request -> request.isPart() && parts.incrementAndGet() > 2 ? Fate.SILENCE : Fate.PASS)) {
            killAfter(front, 2, Request::isPart, large);
        }
        assertThat(server.keys("artifacts")).isEmpty();
        assertThat(server.unfinished("artifacts")).containsExactly("large");

        List<Request> again = upload(large);

        assertThat(again.stream().filter(Request::isPart)).hasSize(3);
        assertThat(server.content("artifacts", "large")).isEqualTo(Files.readAllBytes(large));
        assertThat(server.unfinished("artifacts")).isEmpty();
    }

    @Test
    void sendsOnlyTheMissingFilesOfARunThatWasKilled() throws Exception {
        Path[] files = new Path[10];
        for (int i = 0; i < files.length; i++) {
            files[i] = Files.write(folder.resolve("file-" + i), bytes(new Random(i), 1000));
        }
        AtomicInteger puts = new AtomicInteger();
        try (FaultyFront front = new FaultyFront(
                server.endpoint(),
                request -> request.method().equals("PUT") && puts.incrementAndGet() > 4 ? Fate.SILENCE : Fate.PASS)) {
            killAfter(front, 4, request -> request.method().equals("PUT"), files);
        }
        assertThat(server.keys("artifacts")).hasSize(4);

        List<Request> again = upload(files);

        assertThat(again.stream().filter(request -> request.method().equals("PUT")))
                .hasSize(6);
        assertThat(server.keys("artifacts")).hasSize(10);
    }

    @Test
    void startsAnewWhenTheUnfinishedUploadHasOtherBytes() throws Exception {
        Path large = Files.write(folder.resolve("large"), bytes(new Random(8), 2 * PART + 17));
        AtomicInteger parts = new AtomicInteger();
        try (FaultyFront front = new FaultyFront(
                server.endpoint(),
                request -> request.isPart() && parts.incrementAndGet() > 1 ? Fate.SILENCE : Fate.PASS)) {
            killAfter(front, 1, Request::isPart, large);
        }
        Files.write(large, bytes(new Random(9), 2 * PART + 17));

        assertThat(upload(large).stream().filter(Request::isPart)).hasSize(3);
        assertThat(server.content("artifacts", "large")).isEqualTo(Files.readAllBytes(large));
    }

    /** Runs the uploads in a process of their own, and kills it once so many requests were answered. */
    private static void killAfter(FaultyFront front, int count, Function<Request, Boolean> counts, Path... files)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UploadProcess.class.getName(),
                front.endpoint().toString(),
                Integer.toString(PART)));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (int left = count; left > 0; ) {
                left -= counts.apply(front.passed().take()) ? 1 : 0;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What a run without faults asks of the server. */
    private List<Request> upload(Path... files) throws IOException {
        try (FaultyFront front = new FaultyFront(server.endpoint(), request -> Fate.PASS);
                AwsClients clients = clients(front.endpoint())) {
            S3ArtifactStore store = store(clients);
            for (Path file : files) {
                String key = file.getFileName().toString();
                if (!store.contains(key)) {
                    store.put(key, file);
                }
            }
            return front.seen();
        }
    }

    private static AwsClients clients(URI endpoint) {
        return new AwsClients(
                new AwsSettings(
                        Optional.of(S3Server.REGION),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("s3", endpoint),
                        Optional.empty()),
                IMPATIENT);
    }

    private static S3ArtifactStore store(AwsClients clients) {
        return new S3ArtifactStore(clients, ArtifactBucket.named("artifacts"), PART);
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
