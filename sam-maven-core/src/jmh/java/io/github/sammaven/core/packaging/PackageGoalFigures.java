package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.sdk.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures {@code sam:package} as a whole Maven process, against an S3 server in this JVM. The plugin must be installed.
 * Variants are measured in turns, so that a busy machine slows all of them down. Arguments: rounds, 5 if absent; what the
 * files hold, {@code WORDS}, {@code REPEATED} or {@code RANDOM}; then options of Maven, such as
 * {@code -Dmaven.repo.local=...}.
 */
public final class PackageGoalFigures {

    private static final String GOAL = "io.github.sammaven:sam-maven-plugin:1.0.0-SNAPSHOT:package";
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>figures</groupId>
              <artifactId>figures</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    private enum Content {
        /** Made-up words, which pack as source code does. */
        WORDS,
        /** One line again and again. */
        REPEATED,
        /** Nothing that could be packed, like jars and images. */
        RANDOM
    }

    private final Map<String, List<MavenProcess.Taken>> taken = new LinkedHashMap<>();
    private final List<String> options;
    private int bucket;

    private PackageGoalFigures(List<String> options) {
        this.options = options;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        Content content = arguments.length < 2 ? Content.WORDS : Content.valueOf(arguments[1]);
        Path root = Files.createTempDirectory("sam-figures-");
        try (S3Server server = new S3Server()) {
            PackageGoalFigures figures =
                    new PackageGoalFigures(Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length));
            Path many = project(root.resolve("many-files"), 1, 2_000, 10 * 1024, content);
            Path functions = project(root.resolve("many-functions"), 20, 50, 100 * 1024, content);
            Path large = project(root.resolve("large"), 1, 10, 10 * 1024 * 1024, content);
            for (int round = 0; round < rounds; round++) {
                figures.maven(many);
                figures.round("1 function, 2,000 files, 20 MB", many, server);
                figures.round("20 functions of 5 MB", functions, server);
                figures.round("1 function, 10 files, 100 MB", large, server);
            }
            figures.print();
        } finally {
            delete(root);
        }
    }

    private void maven(Path project) throws IOException, InterruptedException {
        add("mvn -q validate", new MavenProcess(project, options).run("validate"));
    }

    private void round(String name, Path project, S3Server server) throws IOException, InterruptedException {
        String fresh = "figures-" + bucket++;
        server.createBucket(fresh);
        delete(project.resolve("target"));
        String[] goals = {
            GOAL, "-Dsam.s3Bucket=" + fresh, "-Dsam.region=" + S3Server.REGION, "-Dsam.s3.endpointUrl=" + server.endpoint()
        };
        MavenProcess maven = new MavenProcess(project, options);
        add(name + ", cold", maven.run(goals));
        add(name + ", nothing changed", maven.run(goals));
        Files.writeString(project.resolve("f0/d0/0.txt"), "one more\n", StandardOpenOption.APPEND);
        add(name + ", one file changed", maven.run(goals));
    }

    private void add(String name, MavenProcess.Taken figures) {
        taken.computeIfAbsent(name, unused -> new ArrayList<>()).add(figures);
    }

    private void print() {
        System.out.printf("%-50s %10s %10s %10s   (medians)%n", "", "wall s", "cpu s", "peak MB");
        taken.forEach((name, runs) -> System.out.printf(
                Locale.ROOT,
                "%-50s %10.2f %10.2f %10.0f%n",
                name,
                median(runs.stream().map(MavenProcess.Taken::wall).map(PackageGoalFigures::seconds).toList()),
                median(runs.stream().map(MavenProcess.Taken::cpu).map(PackageGoalFigures::seconds).toList()),
                median(runs.stream().map(run -> run.peakKilobytes() / 1024.0).toList())));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Path project(Path folder, int functions, int files, int bytes, Content content)
            throws IOException {
        Random random = new Random(functions * 31L + files);
        List<String> words = random.ints(3_000, 2, 10)
                .mapToObj(length -> random.ints(length, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        StringBuilder template = new StringBuilder("Transform: AWS::Serverless-2016-10-31\nResources:\n");
        for (int function = 0; function < functions; function++) {
            for (int file = 0; file < files; file++) {
                Path path = folder.resolve("f%d/d%d/%d.txt".formatted(function, file % 40, file));
                Files.createDirectories(path.getParent());
                Files.write(path, bytes(content, words, bytes, random));
            }
            template.append("""
                      F%1$d:
                        Type: AWS::Serverless::Function
                        Properties:
                          CodeUri: f%1$d
                          Handler: app.handler
                          Runtime: python3.11
                    """.formatted(function).indent(2));
        }
        Files.writeString(folder.resolve("template.yaml"), template);
        Files.writeString(folder.resolve("pom.xml"), POM);
        Files.createDirectories(folder.resolve(".mvn"));
        Files.writeString(folder.resolve(".mvn/jvm.config"), "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n");
        return folder;
    }

    private static byte[] bytes(Content content, List<String> words, int bytes, Random random) {
        if (content == Content.WORDS) {
            return text(words, bytes, random).getBytes(StandardCharsets.US_ASCII);
        }
        byte[] result = new byte[bytes];
        if (content == Content.RANDOM) {
            random.nextBytes(result);
        } else {
            byte[] line = "%08x the same line again and again%n"
                    .formatted(random.nextInt())
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes; i++) {
                result[i] = line[i % line.length];
            }
        }
        return result;
    }

    private static String text(List<String> words, int bytes, Random random) {
        StringBuilder text = new StringBuilder(bytes + 10);
        while (text.length() < bytes) {
            text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(12) == 0 ? '\n' : ' ');
        }
        text.setLength(bytes);
        return text.toString();
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
