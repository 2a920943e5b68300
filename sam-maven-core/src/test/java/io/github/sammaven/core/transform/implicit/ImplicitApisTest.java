package io.github.sammaven.core.transform.implicit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.TransformErrors;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitApisTest {

    private final ApiDefinitions definitions = new ApiDefinitions();
    private final GeneratedConditions conditions = new GeneratedConditions();
    private final TransformErrors errors = new TransformErrors();

    @Test
    void bothImplicitApisAreAddedWhenEventsNameNone() {
        Map<String, MappingNode> all = added(function("A", "", "{Type: Api, Properties: {Path: /a, Method: get}}")
                + function("B", "", "{Type: HttpApi}"));

        assertThat(all).containsKeys("ServerlessRestApi", "ServerlessHttpApi");
        assertThat(definitions.isManaged("ServerlessRestApi")).isTrue();
        assertThat(definitions.isManaged("ServerlessHttpApi")).isTrue();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void noApiIsAddedWhenEventsNameTheirs() {
        Map<String, MappingNode> all = added("  Shop: {Type: AWS::Serverless::Api, Properties: {StageName: live}}\n"
                + function("A", "", "{Type: Api, Properties: {RestApiId: !Ref Shop, Path: /a, Method: get}}"));

        assertThat(all).containsOnlyKeys("Shop", "A");
        assertThat(definitions.isManaged("Shop")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DefinitionBody: {swagger: '2.0'}", "DefinitionUri: s3://a/b"})
    void apiIsNotManagedWhenItHasADefinition(String definition) {
        added("  Shop: {Type: AWS::Serverless::Api, Properties: {%s}}\n".formatted(definition));

        assertThat(definitions.isManaged("Shop")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DefinitionBody: {}", "DefinitionUri: ''", "DefinitionBody: null"})
    void apiIsManagedWhenItsDefinitionIsBlank(String definition) {
        added("  Shop: {Type: AWS::Serverless::Api, Properties: {%s}}\n".formatted(definition));

        assertThat(definitions.isManaged("Shop")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "10, 1", "11, 2", "12, 2"})
    void conditionOfTheImplicitApiIsAChainWhenThereAreMany(int functions, int addedForApi) {
        Map<String, MappingNode> all = added(IntStream.range(0, functions)
                .mapToObj(number -> function(
                        "F" + number,
                        "Condition: C" + number + ", ",
                        "{Type: Api, Properties: {Path: /%d, Method: get}}".formatted(number)))
                .collect(Collectors.joining()));

        assertThat(all.get("ServerlessRestApi").text("Condition"))
                .contains(functions == 1 ? "C0" : "ServerlessRestApiCondition");
        assertThat(conditions.added()).hasSize(addedForApi);
    }

    @Test
    void implicitApiHasNoConditionWhenOneOfItsFunctionsHasNone() {
        Map<String, MappingNode> all =
                added(function("A", "Condition: C, ", "{Type: Api, Properties: {Path: /a, Method: get}}")
                        + function("B", "", "{Type: Api, Properties: {Path: /b, Method: get}}"));

        assertThat(all.get("ServerlessRestApi").get("Condition")).isEmpty();
        assertThat(conditions.added()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Retain, Delete, Retain, Retain",
        "Delete, Snapshot, Delete, Snapshot",
        "Delete, Other, Delete, Delete",
        "Snapshot, Other, , Snapshot",
        "Other, Other, ,"
    })
    void implicitApiKeepsAsMuchAsItsFunctionsDo(String one, String other, String deletion, String update) {
        MappingNode api = added(policies("A", one) + policies("B", other)).get("ServerlessHttpApi");

        assertThat(api.text("DeletionPolicy").orElse(null)).isEqualTo(deletion);
        assertThat(api.text("UpdateReplacePolicy").orElse(null)).isEqualTo(update);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Type: Api, Properties: {Path: /a}}",
                "{Type: Api, Properties: {Path: [], Method: get}}",
                "{Type: Api, Properties: {Path: /a, Method: get, RestApiId: null}}",
                "{Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Nowhere}}",
                "{Type: Api, Properties: {Path: /a, Method: get, RestApiId: !GetAtt A.B}}",
                "{Type: HttpApi, Properties: {Method: get}}",
                "{Type: HttpApi, Properties: null}",
                "{Type: HttpApi, Properties: {ApiId: Nowhere}}",
                "{Type: HttpApi, Properties: {RouteSettings: fast}}"
            })
    void eventIsRefusedWhenItsRouteIsUnclear(String event) {
        added(function("A", "", event));

        assertThat(errors.sorted()).singleElement().satisfies(error -> {
            assertThat(error.logicalId()).contains("A");
            assertThat(error.eventId()).contains("E");
            assertThat(error.problem().mark().isKnown()).isTrue();
        });
    }

    @Test
    void routeSettingsOfEventsComeToTheImplicitApi() {
        Map<String, MappingNode> all = added(
                function("A", "", "{Type: HttpApi, Properties: {Path: /a, Method: get, RouteSettings: {Burst: 1}}}")
                        + function("B", "Condition: C, ", "{Type: HttpApi, Properties: {RouteSettings: {Burst: 2}}}"));

        Node settings = all.get("ServerlessHttpApi")
                .mapping("Properties")
                .flatMap(properties -> properties.get("RouteSettings"))
                .orElseThrow();

        assertThat(settings)
                .isEqualTo(template(
                                "  Value: {GET /a: {Burst: 1}, $default: {'Fn::If': [C, {Burst: 2}, {Ref: 'AWS::NoValue'}]}}\n")
                        .section("Resources")
                        .get("Value"));
    }

    private static String function(String id, String attributes, String event) {
        return "  %s: {Type: AWS::Serverless::Function, %sProperties: {Events: {E: %s}}}\n"
                .formatted(id, attributes, event);
    }

    private static String policies(String id, String policy) {
        return function(
                id,
                "DeletionPolicy: %s, UpdateReplacePolicy: %s, ".formatted(policy, policy),
                "{Type: HttpApi, Properties: {Path: /%s, Method: get}}".formatted(id));
    }

    private Map<String, MappingNode> added(String resources) {
        Template template = template(resources);
        Map<String, MappingNode> own = new LinkedHashMap<>();
        template.section("Resources")
                .forEach((id, body) -> own.put(id, body.asMapping().orElseThrow()));
        return new ImplicitApis(template, definitions, conditions, errors).added(own);
    }

    private static Template template(String resources) {
        return new TemplateReader().parse("Resources:\n" + resources, Path.of("template.yaml"), "template.yaml");
    }
}
