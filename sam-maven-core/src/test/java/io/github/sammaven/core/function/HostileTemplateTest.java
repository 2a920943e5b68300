package io.github.sammaven.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.template.TemplateWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file: it is read or refused with problems, within bounds, and never breaks anything. */
class HostileTemplateTest {

    private static final String YAML = """
            AWSTemplateFormatVersion: 2010-09-09
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage: {Type: String, Default: dev}
              Zones: {Type: CommaDelimitedList, Default: "a,b"}
            Mappings: {M: {a: {k: &anchor [1, 2]}}}
            Conditions:
              Prod: !Equals [!Ref Stage, prod]
              Not: !Not [!Condition Prod]
            Globals:
              Function: {Timeout: 10, Layers: [!Ref Layer], Environment: {Variables: {A: !Sub "${Stage}-${!x}"}}}
            Resources:
              Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer}}
              Function:
                Type: AWS::Serverless::Function
                Condition: Not
                Properties:
                  CodeUri: !If [Prod, s3://b/k, !Join [/, [target, !Select [0, !Ref Zones]]]]
                  MemorySize: !FindInMap [M, a, k]
                  Description: |
                    several
                      lines
                  Role: !GetAtt Role.Arn
                  Cidr: !Cidr [10.0.0.0/16, 2, 8]
                  Same: *anchor
              Role: {Type: AWS::IAM::Role, Properties: {RoleName: !Sub ["${A}", {A: !Base64 x}]}}
            """;

    private static void use(Template template) {
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.defaults());
        FunctionCatalog catalog = FunctionCatalog.of(template, resolver);
        catalog.function("Function");
        Resolution resolution = resolver.resolve(template.root());
        TemplateWriter writer = new TemplateWriter();
        String yaml = writer.yaml(template.root());
        assertThat(new TemplateReader().parse(yaml, template.path(), "t.yaml").root())
                .isEqualTo(template.root());
        writer.json(template.root());
        assertThat(resolution.value()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mutatedBytesAreReadOrRefused(long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        Template original = new TemplateReader().parse(YAML, folder.resolve("t.yaml"), "t.yaml");
        byte[][] sources = {
            YAML.getBytes(StandardCharsets.UTF_8),
            new TemplateWriter().json(original.root()).getBytes(StandardCharsets.UTF_8)
        };
        Path file = folder.resolve("t.yaml");
        for (int i = 0; i < 500; i++) {
            byte[] bytes = mutated(sources[i % 2], random);
            Files.write(file, bytes);
            try {
                use(new TemplateReader().read(file, "t.yaml"));
            } catch (SamException refused) {
                assertThat(refused.problems()).isNotEmpty();
            } catch (RuntimeException | Error broken) {
                fail("seed %d, round %d:%n%s".formatted(seed, i, new String(bytes, StandardCharsets.UTF_8)), broken);
            }
        }
    }

    /** A few bytes replaced, dropped, doubled, or a stretch copied elsewhere. */
    private static byte[] mutated(byte[] source, Random random) {
        byte[] bytes = source.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            int other = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, other));
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]:-!&*#\n'\"|,<$%@ \t\\".charAt(random.nextInt(22));
                default -> System.arraycopy(source, other, bytes, at, length);
            }
        }
        return bytes;
    }

    private static Resolution resolved(String yaml) {
        Template template = new TemplateReader().parse(yaml, Path.of("t.yaml"), "t.yaml");
        return new TemplateResolver(template, LocalValues.defaults())
                .resolve(template.root().get("Probe").orElseThrow());
    }

    /** As on a thread with the smallest stack a build is likely to run on. */
    private static Resolution onSmallStack(String yaml) throws InterruptedException {
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        outcome.set(resolved(yaml));
                    } catch (RuntimeException | StackOverflowError broken) {
                        outcome.set(broken);
                    }
                },
                "small stack",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(outcome.get()).isInstanceOf(Resolution.class);
        return (Resolution) outcome.get();
    }

    private static String chain(String pattern, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> pattern.formatted(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void longChainsOfConditionsEndInAProblem() throws InterruptedException {
        String yaml = "Probe: !If [C0, a, b]\nConditions:\n" + chain("  C%d: !Not [!Condition C%d]\n", 20_000);
        assertThat(onSmallStack(yaml).errors())
                .anySatisfy(problem -> assertThat(problem.message()).contains("chained too deep"));
    }

    @Test
    void longChainsOfNamesEnd() throws InterruptedException {
        String yaml = "Probe: !Ref Q0\nResources:\n"
                + chain("  Q%d: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Q%d}x'}}\n", 20_000)
                + "  Q20000: {Type: AWS::SQS::Queue}\n";
        assertThat(onSmallStack(yaml).value().asText()).isPresent();
    }

    @Test
    void textsThatDoubleAreCutOff() throws InterruptedException {
        String names = "Probe: !Ref Q0\nResources:\n"
                + chain("  Q%d: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Q%<d}${Q%d}${Q%<d}'}}\n", 60)
                + "  Q60: {Type: AWS::SQS::Queue}\n";
        assertThat(onSmallStack(names).value().asText().orElseThrow()).hasSizeLessThan(2000);
        String nested = "Probe: " + "{'Fn::Sub': ['${A}${A}${A}', {A: ".repeat(50) + "xy" + "}]}".repeat(50);
        assertThat(onSmallStack(nested).errors()).anySatisfy(problem -> assertThat(problem.message())
                .isEqualTo("Fn::Sub gives a text of more than 1 MB"));
        String json = "Probe: " + "{'Fn::ToJsonString': [".repeat(60) + "'\"'" + "]}".repeat(60);
        assertThat(onSmallStack(json).errors()).isNotEmpty();
    }

    @Test
    void deepestTreeIsResolvedOnASmallStack() throws InterruptedException {
        String yaml = "Probe: " + "{'Fn::Join': ['', [".repeat(65) + "x" + "]]}".repeat(65);
        assertThat(onSmallStack(yaml).value().asText()).contains("x");
    }
}
