package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.fake.FakeAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures {@code sam:deploy} as a whole Maven process, against a CloudFormation in this JVM that answers at once. The
 * plugin must be installed. Kinds of runs are measured in turns, so that a busy machine slows all of them down.
 * Arguments: rounds, 9 if absent; then options of Maven, such as {@code -Dmaven.repo.local=...}.
 */
public final class DeployGoalFigures {

    private static final String GOAL = "io.github.sammaven:sam-maven-plugin:1.0.0-SNAPSHOT:deploy";
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>figures</groupId>
              <artifactId>figures</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;
    private static final String TEMPLATE = """
            Parameters:
              Text:
                Type: String
                Default: first
            Resources:
              One:
                Type: AWS::SSM::Parameter
                Properties:
                  Type: String
                  Value: !Ref Text
              Two:
                Type: AWS::SNS::Topic
              Three:
                Type: AWS::SNS::Topic
              Four:
                Type: AWS::SQS::Queue
              Five:
                Type: AWS::SQS::Queue
            Outputs:
              Topic:
                Value: !Ref Two
            """;

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Path project;
    private final List<String> options;

    private DeployGoalFigures(Path project, List<String> options) {
        this.project = project;
        this.options = options;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        Path project = project(Files.createTempDirectory("sam-figures-"));
        try (FakeAws aws = new FakeAws()) {
            DeployGoalFigures figures = new DeployGoalFigures(
                    project, Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
            for (int round = 0; round < rounds; round++) {
                figures.round(aws, "figures-" + round);
            }
            figures.print();
        } finally {
            delete(project);
        }
    }

    private void round(FakeAws aws, String stack) throws IOException, InterruptedException {
        aws.cloudFormation().script(stack).changeSetReadyAfter(0).endsAtOnce();
        String[] deploy = {
            GOAL,
            "-Dsam.stackName=" + stack,
            "-Dsam.region=" + FakeAws.REGION,
            "-Dsam.endpointUrl=" + aws.endpoint(),
            "-Dsam.parameter.Text=first"
        };
        run("mvn -q validate", "validate");
        run("create, five resources", deploy);
        run("nothing to change", deploy);
        deploy[deploy.length - 1] = "-Dsam.parameter.Text=second";
        run("update of one resource", deploy);
    }

    private void run(String name, String... goals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-o"));
        command.addAll(options);
        command.addAll(List.of(goals));
        Path log = project.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "figures");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "figures");
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double taken = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + Files.readString(log));
        }
        seconds.computeIfAbsent(name, unused -> new ArrayList<>()).add(taken);
    }

    private void print() {
        System.out.printf("%-30s %8s %8s   (seconds of whole processes)%n", "", "median", "best");
        seconds.forEach((name, runs) -> {
            List<Double> sorted = runs.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT, "%-30s %8.2f %8.2f%n", name, sorted.get(sorted.size() / 2), sorted.get(0));
        });
    }

    private static Path project(Path folder) throws IOException {
        Files.writeString(folder.resolve("pom.xml"), POM);
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        Files.createDirectories(folder.resolve("target/sam"));
        Files.writeString(folder.resolve("target/sam/packaged.yaml"), TEMPLATE);
        Files.createDirectories(folder.resolve(".mvn"));
        Files.writeString(folder.resolve(".mvn/jvm.config"), "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n");
        return folder;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
