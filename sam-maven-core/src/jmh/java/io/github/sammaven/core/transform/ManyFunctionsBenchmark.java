package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parses and transforms one template of many functions; the time must grow with their number and no faster. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyFunctionsBenchmark {

    private static final String FUNCTION =
            """
              Function%1$d:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: app.handler
                  Runtime: python3.12
                  CodeUri: s3://artifacts/code%1$d.zip
                  MemorySize: 256
                  Environment:
                    Variables:
                      TABLE: !Sub "${AWS::StackName}-table-%1$d"
                  Policies:
                    - DynamoDBCrudPolicy: {TableName: table-%1$d}
                    - S3ReadPolicy: {BucketName: bucket-%1$d}
                  AutoPublishAlias: live
                  DeploymentPreference:
                    Type: Canary10Percent5Minutes
                  Events:
                    Queue:
                      Type: SQS
                      Properties:
                        Queue: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:queue-%1$d"
                        BatchSize: 5
                    Timer:
                      Type: Schedule
                      Properties:
                        Schedule: rate(5 minutes)
            """;

    private static final String ROUTE =
            """
                    Call:
                      Type: %2$s
                      Properties: {Path: "/items%1$d/{id}", Method: get}
            """;

    private static final String START =
            """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Api: {Cors: "'https://shop.example'"}
              HttpApi: {CorsConfiguration: true}
            Resources:
            """;

    private final SamTransformer transformer = new SamTransformer();
    private final TransformOptions options = TransformOptions.offline("eu-central-1", Map.of());

    @Param({"50", "100", "200", "400"})
    private int functions;

    /** The API that each function has an event of. */
    @Param({"none", "Api", "HttpApi"})
    private String api = "";

    private String text = "";

    @Setup
    public void write() {
        StringBuilder template = new StringBuilder(START);
        for (int i = 0; i < functions; i++) {
            template.append(FUNCTION.formatted(i));
            if (!api.equals("none")) {
                template.append(ROUTE.formatted(i, api));
            }
        }
        text = template.toString();
        transformer.transform(parsed(), options).orThrow();
    }

    private Template parsed() {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    @Benchmark
    public TransformResult parseAndTransform() {
        return transformer.transform(parsed(), options);
    }

    @Benchmark
    public Template parseAlone() {
        return parsed();
    }
}
