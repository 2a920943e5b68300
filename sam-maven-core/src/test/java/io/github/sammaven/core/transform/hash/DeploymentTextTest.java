package io.github.sammaven.core.transform.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.SamResource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeploymentTextTest {

    private static final MappingNode NONE = MappingNode.of(Map.of());
    private static final MappingNode SKELETON = MappingNode.builder()
            .put("swagger", "2.0")
            .put(
                    "info",
                    MappingNode.builder()
                            .put("version", "1.0")
                            .put("title", Intrinsic.ref("AWS::StackName"))
                            .build())
            .put("paths", NONE)
            .build();

    @Test
    void whatTheTransformMakesHasNoMark() {
        assertThat(text(NONE, SKELETON))
                .isEqualTo("{'info': {'version': '1.0', 'title': {'Ref': 'AWS::StackName'}}, 'paths': {},"
                        + " 'swagger': '2.0'}");
    }

    @Test
    void whatIsWrittenInTheTemplateIsMarked() {
        Node body =
                node("{swagger: '2.0', paths: {/a: !If [Prod, {get: {deprecated: true, tags: [x, null, 1.50]}}, 7]}}");
        assertThat(text(NONE, body))
                .isEqualTo("{u'paths': {u'/a': {u'Fn::If': [u'Prod', {u'get': {u'deprecated': True,"
                        + " u'tags': [u'x', None, 1.5]}}, 7]}}, u'swagger': u'2.0'}");
    }

    @Test
    void partsFollowEachAfterASeparator() {
        MappingNode properties = mapping("{OpenApiVersion: 3.0.1}");
        Node domain = node("{DomainName: shop.example.com, CertificateArn: arn}");
        assertThat(new DeploymentText(callers()).of(api(properties), NONE, Optional.of(domain)))
                .isEqualTo("{}||3.0.1||{\"CertificateArn\": \"arn\", \"ApiDomainName\": "
                        + "\"ApiGatewayDomainName2f68437370\", \"EndpointConfiguration\": \"REGIONAL\", "
                        + "\"DomainName\": \"shop.example.com\"}||orders");
    }

    @Test
    void privateDomainStaysAsItIsWritten() {
        Node domain = node("{EndpointConfiguration: PRIVATE, DomainName: a.example.com}");
        assertThat(DomainText.of(domain))
                .isEqualTo("{\"EndpointConfiguration\": \"PRIVATE\", \"DomainName\": \"a.example.com\"}");
    }

    @Test
    void onlyFunctionsOfTheApiCount() {
        assertThat(callers().functionNames("Api")).isEqualTo("orders");
        assertThat(callers().functionNames("ServerlessRestApi")).isEqualTo("{u'Fn::Sub': u'${AWS::StackName}-mails'}");
        assertThat(callers().functionNames("Other")).isEmpty();
    }

    @Test
    void everyValueMattersWhateverTheDefinitionLooksLike() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            MappingNode properties = mapping("{Auth: {DefaultAuthorizer: AWS_IAM}, Cors: x, Models: {}}");
            Node body = tree(random, 0);
            String text = text(seed % 2 == 0 ? properties : NONE, body);
            values(body).forEach(value -> assertThat(text).as("tree %s", body).contains(value));
        }
    }

    private static List<String> values(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().values().stream()
                    .flatMap(value -> values(value).stream())
                    .toList();
        }
        return node instanceof SequenceNode list
                ? list.items().stream().flatMap(item -> values(item).stream()).toList()
                : List.of(node.asText().orElse(""));
    }

    /** Keys are those that have a meaning, in places where they may have none. */
    private static Node tree(Random random, int depth) {
        List<String> keys = List.of(
                "paths",
                "openapi",
                "components",
                "securitySchemes",
                "schemas",
                "securityDefinitions",
                "definitions",
                "options",
                "summary",
                "responses",
                "produces",
                "consumes",
                "security",
                "AWS_IAM",
                "Fn::If",
                "parameters",
                "x-amazon-apigateway-policy",
                "x-amazon-apigateway-integration",
                "/a",
                "get",
                "name",
                "info");
        if (depth == 4 || depth > 0 && random.nextInt(5) == 0) {
            return ScalarNode.string("value" + random.nextInt(1_000_000));
        }
        if (depth > 0 && random.nextInt(6) == 0) {
            return SequenceNode.of(tree(random, depth + 1), tree(random, depth + 1));
        }
        MappingNode.Builder mapping = MappingNode.builder();
        for (int entry = random.nextInt(6); entry >= 0; entry--) {
            mapping.put(keys.get(random.nextInt(keys.size())), tree(random, depth + 1));
        }
        return mapping.build();
    }

    private static ApiEvents callers() {
        MappingNode resources = mapping("{Orders: {Properties: {FunctionName: orders, Events: {Get: {Type: Api,"
                + " Properties: {Path: /, Method: get, RestApiId: !Ref Api}}, Tick: {Type: Schedule, Properties: {}}}}},"
                + " Mails: {Properties: {FunctionName: !Sub '${AWS::StackName}-mails', Events: {Get: {Type: Api,"
                + " Properties: {Path: /, Method: get}}}}}, Broken: {Properties: {FunctionName: x, Events: [1]}}}");
        Map<String, MappingNode> source = new LinkedHashMap<>();
        resources
                .entries()
                .forEach((id, resource) -> source.put(id, resource.asMapping().orElseThrow()));
        return ApiEvents.of(source, node -> node);
    }

    private static String text(MappingNode properties, Node body) {
        return new DeploymentText(ApiEvents.of(Map.of(), node -> node)).of(api(properties), body, Optional.empty());
    }

    private static SamResource api(MappingNode properties) {
        return new SamResource("Api", "AWS::Serverless::Api", NONE, properties, properties.mark());
    }

    private static MappingNode mapping(String yaml) {
        return node(yaml).asMapping().orElseThrow();
    }

    private static Node node(String yaml) {
        var template = new TemplateReader().parse("value: " + yaml, Path.of("template.yaml"), "template.yaml");
        return template.root().get("value").orElseThrow();
    }
}
