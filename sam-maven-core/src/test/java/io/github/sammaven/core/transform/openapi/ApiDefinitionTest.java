package io.github.sammaven.core.transform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDefinitionTest {

    private static final MappingNode NOTHING = MappingNode.of(Map.of());
    private static final Rejection REJECTION =
            (part, message, suggestion) -> InvalidResourceException.of("Api", part.mark(), message, suggestion);

    private static MappingNode yaml(String text) {
        return new TemplateReader()
                .parse(text, Path.of("definition.yaml"), "definition.yaml")
                .root();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{swagger: '2.0', paths: {}}|true",
                "{openapi: 3.0.1, paths: {}}|true",
                "{openapi: 3.0, paths: {}}|true",
                "{openapi: 3, paths: {}}|false",
                "{openapi: 3.0.10, paths: {}}|false",
                "{openapi: '2.0', paths: {}}|false",
                "{swagger: '', paths: {}}|false",
                "{swagger: '2.0'}|false",
                "{swagger: '2.0', paths: []}|false",
                "{paths: {}}|false",
                "{Ref: Body}|false"
            })
    void documentIsUsableIfItHasVersionAndPaths(String document, boolean usable) {
        assertThat(ApiDefinition.of(yaml(document)).isUsable()).isEqualTo(usable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Ref: Body}", "{openapi: 3.0.1, paths: later, info: {title: T}}", "{a: [1, {b: null}]}"})
    void documentThatNobodyChangesStaysAsItIs(String document) {
        MappingNode body = yaml(document);

        assertThat(ApiDefinition.of(body).freeze()).isEqualTo(body);
    }

    @Test
    void integrationIsFoundInBranches() {
        var definition = ApiDefinition.of(yaml("""
                swagger: '2.0'
                paths:
                  /a: {Fn::If: [C, {Ref: AWS::NoValue}, {get: {Fn::If: [D, {}, {x-amazon-apigateway-integration: {uri: u}}]}}]}
                  /b: {get: {x-amazon-apigateway-integration: {}}}
                  /half: {Fn::If: [C, {get: {x-amazon-apigateway-integration: {uri: u}}}, {}]}
                """));

        assertThat(definition.hasIntegration(new Route("/a", "GET"))).isTrue();
        assertThat(definition.hasIntegration(new Route("/a", "put"))).isFalse();
        assertThat(definition.hasIntegration(new Route("/b", "get"))).isFalse();
        assertThat(definition.hasIntegration(new Route("/half", "get"))).isFalse();
        assertThat(definition.hasIntegration(new Route("/c", "get"))).isFalse();
    }

    @Test
    void methodOfConditionalPathIsAddedToEachBranch() {
        var definition = ApiDefinition.of(ApiSkeleton.rest());
        definition.addMethod(new Route("/a", "get"));
        definition.makeConditional("/a", "C");
        definition.addMethod(new Route("/a", "any"));

        assertThat(definition.freeze().mapping("paths"))
                .contains(
                        yaml("/a: {Fn::If: [C, {get: {}, x-amazon-apigateway-any-method: {}}, {Ref: AWS::NoValue}]}"));
    }

    @Test
    void definitionThatAnEventMustChangeIsRequired() {
        assertThatThrownBy(() -> ApiDefinition.of(yaml("{Ref: Body}")).required())
                .isInstanceOf(InvalidResourceException.class)
                .hasMessageContaining("definition.yaml:1:1")
                .hasMessageContaining("no Swagger or OpenAPI 3 document");
    }

    @Test
    void mediaTypesAreReadAsPointersAtEveryDepth() {
        Node types = SequenceNode.of(ScalarNode.string("image~1png"), Intrinsic.sub("a~1${Kind}"));

        assertThat(BinaryMediaTypes.unescaped(types))
                .isEqualTo(SequenceNode.of(ScalarNode.string("image/png"), Intrinsic.sub("a/${Kind}")));
    }

    @Test
    void functionsOfAuthorizersNeedPermissionsUnlessTheTemplateDeclines() {
        MappingNode rest = yaml("""
                Auth:
                  Authorizers:
                    Pool: {UserPoolArn: p}
                    Gate: {FunctionArn: f}
                    Nobody: {Identity: {Header: H}}
                    Own: {FunctionArn: g, DisableFunctionDefaultPermissions: true}
                """);
        MappingNode http = yaml("""
                Auth:
                  Authorizers:
                    Asked: {FunctionArn: f, AuthorizerPayloadFormatVersion: '2.0', EnableFunctionDefaultPermissions: true}
                    Own: {FunctionArn: g, AuthorizerPayloadFormatVersion: '2.0'}
                """);
        Partition partition = Partition.of("eu-west-1");

        assertThat(new RestApiEdits(rest, partition, false, REJECTION).authorizerFunctions())
                .containsExactly(new AuthorizerFunction("Gate", ScalarNode.string("f")));
        assertThat(new HttpApiEdits(http, partition, REJECTION).authorizerFunctions())
                .containsExactly(new AuthorizerFunction("Asked", ScalarNode.string("f")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cors: '*'",
                "Auth: {ApiKeyRequired: true}",
                "Models: {A: {}}",
                "DisableExecuteApiEndpoint: false"
            })
    void propertyThatEditsIsRefusedWithoutDefinition(String property) {
        var edits = new RestApiEdits(yaml(property), Partition.of("eu-west-1"), false, REJECTION);

        assertThatThrownBy(edits::requireNone).hasMessageContaining("needs a Swagger or OpenAPI 3 document");
    }

    @Test
    void propertiesThatEditNothingNeedNoDefinition() {
        new RestApiEdits(yaml("{StageName: live, Auth: {}, Cors: ''}"), Partition.of("eu-west-1"), false, REJECTION)
                .requireNone();
        new HttpApiEdits(yaml("{StageName: live, Tags: {}, Name: ''}"), Partition.of("eu-west-1"), REJECTION)
                .requireNone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Fn::Sub: '${F.Arn}/invocations'}|true",
                "{Fn::Sub: ['x/${F.Arn}', {}]}|true",
                "{Fn::If: [C, {Fn::Sub: 'x/${F.Arn}/y'}, {Ref: AWS::NoValue}]}|true",
                "{Fn::Sub: 'x/${OtherF.Arn}/y'}|false",
                "F.Arn|false"
            })
    void routeIsCoveredIfTheDefaultRouteCallsTheFunction(String uri, boolean covered) {
        var definition = ApiDefinition.of(yaml("{openapi: 3.0.1, paths: {$default: {x-amazon-apigateway-any-method:"
                + " {x-amazon-apigateway-integration: {uri: %s}}}}}".formatted(uri)));
        HttpApi api = new HttpApi("Api", NOTHING, false);

        assertThat(new HttpApiEvent(api, new Route("/a", "get"), NOTHING, REJECTION).isCovered(definition, "F"))
                .isEqualTo(covered);
        assertThat(new HttpApiEvent(api, HttpApiEvent.DEFAULT_ROUTE, NOTHING, REJECTION).isCovered(definition, "F"))
                .isFalse();
    }

    @Test
    void eachRouteOfManyIsInTheDocument() {
        var definition = ApiDefinition.of(ApiSkeleton.rest());
        var api = new RestApi("Api", NOTHING, true);
        Partition partition = Partition.of("eu-west-1");
        for (int number = 0; number < 2000; number++) {
            Route route = new Route("/r" + number / 2, number % 2 == 0 ? "get" : "put");
            new RestApiEvent(api, route, NOTHING, ScalarNode.string("live"), REJECTION)
                    .addFunction(definition, RestIntegration.ofFunction(partition, "F.Arn", false), Optional.empty());
        }

        assertThat(definition.freeze().mapping("paths").orElseThrow().entries().values())
                .hasSize(1000)
                .allSatisfy(item ->
                        assertThat(item.asMapping().orElseThrow().keys()).containsExactly("get", "put"));
    }
}
