package io.github.sammaven.core.operate.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.ServiceAnswer;
import io.github.sammaven.core.aws.fake.ServiceRequest;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.CloudFormationDeployedStacks;
import io.github.sammaven.core.aws.sdk.LambdaFunctionUrls;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class StackListingTest {

    private static final String ROOT = """
            Resources:
              Orders:
                Type: AWS::Lambda::Function
              OrdersUrl:
                Type: AWS::Lambda::Url
                Properties:
                  TargetFunctionArn: !Ref OrdersAliaslive
              OrdersAliaslive:
                Type: AWS::Lambda::Alias
                Properties:
                  FunctionName: !Ref Orders
              Shop:
                Type: AWS::ApiGateway::RestApi
                Properties:
                  Body:
                    paths:
                      /orders:
                        get: {}
                        post: {}
                      /orders/{id}:
                        parameters: []
                        get: {}
              ShopProd:
                Type: AWS::ApiGateway::Stage
                Properties:
                  RestApiId: !Ref Shop
              Chat:
                Type: AWS::ApiGatewayV2::Api
                Properties:
                  ProtocolType: WEBSOCKET
              ChatStage:
                Type: AWS::ApiGatewayV2::Stage
                Properties:
                  ApiId: !Ref Chat
              ChatConnect:
                Type: AWS::ApiGatewayV2::Route
                Properties:
                  ApiId: !Ref Chat
                  RouteKey: $connect
              Partners:
                Type: AWS::ApiGatewayV2::Api
              Domain:
                Type: AWS::ApiGatewayV2::DomainName
                Properties:
                  DomainName: api.acme.example
              Mapping:
                Type: AWS::ApiGatewayV2::ApiMapping
                Properties:
                  ApiId: !Ref Partners
                  DomainName: !Ref Domain
                  ApiMappingKey: v1
              Child:
                Type: AWS::CloudFormation::Stack
            Outputs:
              Url:
                Value: https://orders
            """;

    private static final String CHILD = """
            Resources:
              Inner:
                Type: AWS::ApiGatewayV2::Api
              InnerStage:
                Type: AWS::ApiGatewayV2::Stage
                Properties:
                  ApiId:
                    Fn::GetAtt: [Inner, ApiId]
            """;

    private final FakeAws aws = new FakeAws();
    private final AwsClients clients = new AwsClients(aws.settings());
    private final List<SamEvent> events = new ArrayList<>();

    private StackListing listing(Optional<Template> local) {
        aws.cloudFormation()
                .existing("shop", "CREATE_COMPLETE", ROOT, Map.of())
                .existing("Child", "CREATE_COMPLETE", CHILD, Map.of());
        return new StackListing(
                new CloudFormationDeployedStacks(clients), new LambdaFunctionUrls(clients), "shop", local, events::add);
    }

    private static ServiceAnswer url(ServiceRequest request) {
        assertThat(request.uri().getPath()).matches("/2021-10-31/functions/.*/url");
        return ServiceAnswer.json(200, """
                {"FunctionUrl":"https://abc.lambda-url.eu-central-1.on.aws/","FunctionArn":"arn","AuthType":"NONE",
                 "CreationTime":"2026-01-01T00:00:00Z"}""");
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void resourcesThatAreNotDeployedComeLast() {
        Template local = new TemplateReader()
                .parse("Resources: {Orders: {Type: A}, Later: {Type: B}}", Path.of("template.yaml"), "template.yaml");
        List<ListedResource> resources = listing(Optional.of(local)).resources();
        assertThat(resources)
                .extracting(ListedResource::path)
                .startsWith("Orders")
                .endsWith("Child", "Child/Inner", "Child/InnerStage", "Later");
        assertThat(resources.get(0).physicalId()).isNotEmpty();
        assertThat(resources.get(resources.size() - 1)).isEqualTo(new ListedResource("Later", ""));
    }

    @Test
    void endpointsHaveTheUrlsOfTheirStages() {
        aws.with("lambda", StackListingTest::url);
        List<ListedEndpoint> endpoints = listing(Optional.empty()).endpoints();
        assertThat(endpoints)
                .extracting(ListedEndpoint::path)
                .containsExactly("Orders", "Shop", "Chat", "Partners", "Child/Inner");
        assertThat(endpoints.get(0).urls()).containsExactly("https://abc.lambda-url.eu-central-1.on.aws/");
        ListedEndpoint shop = endpoints.get(1);
        assertThat(shop.urls())
                .singleElement()
                .asString()
                .startsWith("https://" + shop.physicalId() + ".execute-api.eu-central-1.amazonaws.com/");
        assertThat(shop.methods()).containsExactly("/orders['get', 'post']", "/orders/{id}['get']");
        assertThat(endpoints.get(2).urls()).singleElement().asString().startsWith("wss://");
        assertThat(endpoints.get(2).methods()).containsExactly("$connect");
        assertThat(endpoints.get(3).urls()).singleElement().asString().endsWith("/v1");
        assertThat(endpoints.get(4).urls()).hasSize(1);
    }

    @Test
    void urlThatMayNotBeReadIsLeftOutWithAWarning() {
        aws.with(
                "lambda",
                request -> ServiceAnswer.refusal(403, "AccessDeniedException", "not authorized: GetFunctionUrlConfig"));
        assertThat(listing(Optional.empty()).endpoints())
                .extracting(ListedEndpoint::path)
                .doesNotContain("Orders");
        assertThat(events).singleElement().asString().contains("GetFunctionUrlConfig");
    }

    @Test
    void jsonHasTheKeysOfSamCli() {
        StackListing listing = listing(Optional.empty());
        assertThat(ListingJson.resources(List.of(new ListedResource("Later", ""))))
                .isEqualTo("""
                [
                  {
                    "LogicalResourceId" : "Later",
                    "PhysicalResourceId" : "-"
                  }
                ]""");
        assertThat(ListingJson.outputs(listing.outputs()))
                .contains("\"OutputKey\" : \"Url\"", "\"OutputValue\" : ", "\"Description\" : \"-\"");
        assertThat(ListingJson.endpoints(List.of(new ListedEndpoint("Api", "", List.of(), List.of("/a['get']")))))
                .contains("\"CloudEndpoint\" : \"-\"", "\"Methods\" : [", "/a['get']");
        assertThat(ListingJson.resources(List.of())).isEqualTo("[ ]");
    }
}
