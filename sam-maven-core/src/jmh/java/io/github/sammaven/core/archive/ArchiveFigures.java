package io.github.sammaven.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures hashing and zipping as a build sees them: in JVMs that have just started, with a heap of 64 MB. Each figure has
 * the start of the JVM in it, which is measured alone as well. CPU time tells most on a busy machine. Argument: rounds, 5 if
 * absent.
 */
public final class ArchiveFigures {

    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = 1024 * KILOBYTE;

    private final Path work;
    private final int rounds;

    private ArchiveFigures(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        ArchiveFigures figures = new ArchiveFigures(Files.createTempDirectory("sam-figures-"), rounds);
        System.out.println(
                "wall ms, CPU ms, peak heap MB: medians of " + rounds + " JVMs; sources in " + figures.work);
        figures.measure("JVM alone", List.of());
        figures.cases("2,000 files of 10 KB", List.of(figures.folder("many", 2000, 10 * KILOBYTE, 0.1)));
        figures.cases(
                "20 folders of 5 MB",
                IntStream.range(0, 20)
                        .mapToObj(number -> figures.folder("function" + number, 50, 100 * KILOBYTE, 0.1))
                        .toList());
        figures.cases("jars of 20 MB, hardly compressible", List.of(figures.folder("jars", 20, MEGABYTE, 1)));
        figures.cases("one file of 100 MB", List.of(figures.folder("big", 1, 100 * MEGABYTE, 0.3)));
        figures.cases("one file of 1,000 MB", List.of(figures.folder("huge", 1, 1000 * MEGABYTE, 0.3)));
    }

    private void cases(String name, List<Path> folders) throws Exception {
        List<long[]> cold = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            delete(work.resolve("archives"));
            cold.add(run(folders));
        }
        print(name + ", cold", cold);
        measure(name + ", nothing changed", folders);
        List<long[]> changed = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Files.writeString(folders.get(0).resolve("changed.txt"), "change " + round);
            changed.add(run(folders));
        }
        print(name + ", one file changed", changed);
    }

    private void measure(String name, List<Path> folders) throws Exception {
        List<long[]> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(run(folders));
        }
        print(name, results);
    }

    private long[] run(List<Path> folders) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveOnce.class.getName(),
                work.resolve("archives").toString()));
        folders.forEach(folder -> command.add(folder.toString()));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        String[] figures = output.split(" ");
        return new long[] {
            (System.nanoTime() - start) / 1_000_000, Long.parseLong(figures[0]), Long.parseLong(figures[1])
        };
    }

    private static void print(String name, List<long[]> results) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-55s %6d %6d %4d",
                name,
                median(results, 0),
                median(results, 1),
                median(results, 2)));
    }

    private static long median(List<long[]> results, int index) {
        long[] values = results.stream().mapToLong(result -> result[index]).sorted().toArray();
        return values[values.length / 2];
    }

    /** Words of a small vocabulary, with some share of noise between them. */
    private Path folder(String name, int files, int bytes, double noise) {
        try {
            Path folder = Files.createDirectories(work.resolve(name));
            Random random = new Random(name.hashCode());
            for (int number = 0; number < files; number++) {
                Path parent = Files.createDirectories(folder.resolve("p" + number % 40));
                write(parent.resolve("f" + number + ".txt"), bytes, noise, random);
            }
            return folder;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void write(Path file, int bytes, double noise, Random random) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            byte[] block = new byte[64 * KILOBYTE];
            for (int left = bytes; left > 0; left -= block.length) {
                fill(block, noise, random);
                output.write(block, 0, Math.min(left, block.length));
            }
        }
    }

    private static void fill(byte[] block, double noise, Random random) {
        random.nextBytes(block);
        int at = 0;
        while (at < block.length - 32) {
            byte[] word = Integer.toString(random.nextInt(3000) * 7919, 36).getBytes(StandardCharsets.US_ASCII);
            if (random.nextDouble() >= noise) {
                System.arraycopy(word, 0, block, at, word.length);
                Arrays.fill(block, at + word.length, at + word.length + 2, (byte) ' ');
            }
            at += word.length + 2;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.sorted((a, b) -> b.compareTo(a)).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
