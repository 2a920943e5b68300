package io.github.sammaven.core.deploy.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceOriginsTest {

    private static final Template TEMPLATE = template("""
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: java21
                Timeout: 20
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  KeySchema:
                    - AttributeName: id
                      KeyType: HASH
                  TableName: !Sub "${AWS::StackName}-orders"
              OrdersFunction:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: s3://bucket/code.zip
                  Handler: app.Orders
                  MemorySize: 512
                  AutoPublishAlias: live
                  Environment:
                    Variables:
                      STAGE: dev
                  Events:
                    Get:
                      Type: Api
                      Properties:
                        Path: /orders
                        Method: get
              OrdersFunctionTwo:
                Type: AWS::SQS::Queue
              Shared:
                Type: AWS::Serverless::LayerVersion
                Properties:
                  ContentUri: s3://bucket/layer.zip
            """);

    private static Template template(String text) {
        return new TemplateReader().parse(text, Path.of("template.yaml"), "template.yaml");
    }

    private static ResourceOrigins origins() {
        return ResourceOrigins.of(TEMPLATE, "eu-central-1", Map.of());
    }

    private static SourceMark at(int line, int column) {
        return new SourceMark("template.yaml", line, column);
    }

    @ParameterizedTest
    @CsvSource({
        "OrdersFunctionRole,OrdersFunction",
        "OrdersFunctionAliaslive,OrdersFunction",
        "OrdersFunctionGetPermissionProd,OrdersFunction",
        "ServerlessRestApi,OrdersFunction",
        "ServerlessRestApiProdStage,OrdersFunction",
        "OrdersFunctionTwoRole,OrdersFunction",
        // Of an older template: only its name tells.
        "OrdersFunctionVersion0123456789,OrdersFunction"
    })
    void generatedResourceLeadsToTheOneItWasGeneratedFor(String generated, String source) {
        assertThat(origins().source(generated)).contains(source);
        assertThat(origins().mark(generated)).isEqualTo(at(14, 3));
    }

    @Test
    void hashInANameDoesNotHideItsSource() {
        TransformResult result =
                new SamTransformer().transform(TEMPLATE, TransformOptions.offline("eu-central-1", Map.of()));
        ResourceOrigins origins = origins();

        assertThat(result.orThrow().section("Resources").keySet())
                .hasSizeGreaterThan(7)
                .allSatisfy(id -> assertThat(origins.mark(id).isKnown()).as(id).isTrue());
    }

    @Test
    void resourceOfTheTemplateIsItsOwnSource() {
        assertThat(origins().source("Orders")).isEmpty();
        assertThat(origins().mark("Orders")).isEqualTo(at(7, 3));
    }

    @Test
    void resourceThatIsNowhereHasNoPlace() {
        assertThat(origins().source("Gone")).isEmpty();
        assertThat(origins().mark("Gone")).isEqualTo(SourceMark.NONE);
        assertThat(origins().mark("Gone", "/Properties/Name")).isEqualTo(SourceMark.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Orders,/Properties/KeySchema,10,7",
        "Orders,/Properties/KeySchema/0,11,11",
        "Orders,/Properties/KeySchema/0/KeyType,12,11",
        "Orders,/Properties/KeySchema/7/KeyType,10,7",
        // Below a function only the service knows its way.
        "Orders,/Properties/TableName/0,13,7",
        "Orders,/Properties/BillingMode,9,5",
        "OrdersFunction,/Properties/MemorySize,19,7",
        "OrdersFunction,/Properties/Environment/Variables/STAGE,23,11",
        // From Globals.
        "OrdersFunction,/Properties/Timeout,5,5",
        "OrdersFunction,/Properties/Code/S3Key,17,7",
        "OrdersFunctionRole,/Properties/AssumeRolePolicyDocument,14,3"
    })
    void propertyHasThePlaceOfWhatIsClosestToIt(String id, String path, int line, int column) {
        assertThat(origins().mark(id, path)).isEqualTo(at(line, column));
    }

    @Test
    void templateIsTransformedOnceAndOnlyWhenThatHelps() {
        AtomicInteger runs = new AtomicInteger();
        ResourceOrigins origins = new ResourceOrigins(TEMPLATE, () -> {
            runs.incrementAndGet();
            return new SamTransformer().transform(TEMPLATE, TransformOptions.offline("eu-central-1", Map.of()));
        });

        origins.mark("OrdersFunction", "/Properties/Timeout");
        origins.mark("OrdersFunctionRole");
        origins.source("ServerlessRestApi");
        assertThat(runs).hasValue(0);

        assertThat(origins.source("OrdersFunctionTwoRole")).contains("OrdersFunction");
        assertThat(origins.source("RecordSetGroup0123456789")).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void transformTellsWhenTwoResourcesCanBeMeant() {
        ResourceOrigins origins = ResourceOrigins.of(template("""
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          Shop:
                            Type: AWS::Serverless::Api
                            Properties:
                              StageName: Prod
                              DefinitionUri: s3://bucket/api.yaml
                          ShopProd:
                            Type: AWS::Serverless::Function
                            Properties:
                              InlineCode: x
                              Handler: index.handler
                              Runtime: nodejs22.x
                        """), "eu-central-1", Map.of());

        assertThat(origins.source("ShopProdStage")).contains("Shop");
        assertThat(origins.source("ShopProdRole")).contains("ShopProd");
    }

    @Test
    void nameTellsWhenTheTemplateCannotBeTransformed() {
        Template broken = template("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: [not, text]
                """);
        ResourceOrigins origins = ResourceOrigins.of(broken, "eu-central-1", Map.of());

        assertThat(origins.source("OrdersRole")).contains("Orders");
        assertThat(origins.mark("Orders", "/Properties/Handler")).isEqualTo(at(6, 7));
    }

    @Test
    void generatedResourcesStandWithTheirSource() {
        ResourceOrigins origins = origins();

        assertThat(origins.position("Orders")).isZero();
        assertThat(origins.position("OrdersFunctionRole")).isEqualTo(1);
        assertThat(origins.position("Shared")).isEqualTo(3);
        assertThat(origins.position("Gone")).isEqualTo(Integer.MAX_VALUE);
    }
}
