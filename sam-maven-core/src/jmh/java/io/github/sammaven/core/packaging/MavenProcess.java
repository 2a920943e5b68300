package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.sdk.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Maven as people do and tells what it took. */
final class MavenProcess {

    private final Path folder;
    private final List<String> options;

    /** @param options come before the goals of every run */
    MavenProcess(Path folder, List<String> options) {
        this.folder = folder;
        this.options = List.copyOf(options);
    }

    /**
     * What one run took.
     *
     * @param wall from start to end
     * @param cpu of the process, user and system; zero where the system does not tell
     * @param peakKilobytes largest resident size; zero where the system does not tell
     */
    record Taken(Duration wall, Duration cpu, long peakKilobytes) {}

    Taken run(String... goals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-o"));
        command.addAll(options);
        command.addAll(List.of(goals));
        Path log = Files.createTempFile("maven-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY);
        builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY);
        long start = System.nanoTime();
        Process maven = builder.start();
        long peak = 0;
        Duration cpu = Duration.ZERO;
        while (!maven.waitFor(5, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(maven.pid()));
            cpu = maven.info().totalCpuDuration().orElse(cpu);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (maven.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + Files.readString(log));
        }
        Files.delete(log);
        return new Taken(wall, cpu, peak);
    }

    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
