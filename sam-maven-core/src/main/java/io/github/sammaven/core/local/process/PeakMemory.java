package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The most memory a process and its children have held so far, where the system tells (Linux). */
final class PeakMemory {

    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    /** In whole MB, rounded up. */
    static Optional<Integer> ofTree(ProcessHandle process) {
        long kilobytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(PeakMemory::kilobytes)
                .sum();
        return kilobytes == 0 ? Optional.empty() : Optional.of((int) ((kilobytes + 1023) / 1024));
    }

    private static long kilobytes(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
