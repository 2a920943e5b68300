package io.github.sammaven.core.archive;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: arguments archive folder and folders to archive; prints CPU ms and peak heap MB. */
final class ArchiveOnce {

    private ArchiveOnce() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 1) {
            ArchiveFolder folder = new ArchiveFolder(Path.of(arguments[0]));
            ExecutorService threads = Executors.newFixedThreadPool(Math.min(4, arguments.length - 1));
            List<Future<?>> runs = new ArrayList<>();
            for (String root : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                runs.add(threads.submit(() -> {
                    Path path = Path.of(root);
                    return folder.archive(
                            folder.hash(path, new FileTreeReader().read(path).files()));
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            threads.shutdown();
            folder.removeUnused();
        }
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(cpu.toMillis() + " " + heap / (1024 * 1024));
    }
}
