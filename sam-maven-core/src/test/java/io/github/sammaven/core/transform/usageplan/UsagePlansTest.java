package io.github.sammaven.core.transform.usageplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePlansTest {

    private final UsagePlans plans = new UsagePlans();
    private final GeneratedConditions conditions = new GeneratedConditions();

    @Test
    void apiHasPlanKeyAndWhatJoinsThemWhenThePlanIsItsOwn() {
        List<CloudFormationResource> made =
                add("Shop", "{}", "{CreateUsagePlan: PER_API, Quota: {Limit: 5}, Tags: []}");

        assertThat(made)
                .extracting(CloudFormationResource::logicalId)
                .containsExactly("ShopUsagePlan", "ShopApiKey", "ShopUsagePlanKey");
        assertThat(made.get(0).properties())
                .isEqualTo(yaml("{ApiStages: [{ApiId: {Ref: Shop}, Stage: {Ref: ShopStage}}], Quota: {Limit: 5}}"));
        assertThat(made.get(0).body().get("DependsOn")).contains(node("[Shop]"));
        assertThat(plans.shared(conditions)).isEmpty();
    }

    @Test
    void ownPlanCarriesTheAttributesOfItsApi() {
        List<CloudFormationResource> made = add(
                "Shop", "{Condition: Open, DeletionPolicy: Retain, DependsOn: Other}", "{CreateUsagePlan: PER_API}");

        assertThat(made).allSatisfy(resource -> {
            assertThat(resource.body().text("Condition")).contains("Open");
            assertThat(resource.body().text("DeletionPolicy")).contains("Retain");
        });
    }

    @Test
    void nothingIsMadeWhenNoPlanIsWanted() {
        assertThat(add("Shop", "{}", "{CreateUsagePlan: NONE}")).isEmpty();
        assertThat(plans.shared(conditions)).isEmpty();
    }

    @Test
    void lastApiDecidesWhenTheyShareOne() {
        assertThat(add("Shop", "{}", "{CreateUsagePlan: SHARED, Description: first}"))
                .isEmpty();
        add("Depot", "{}", "{CreateUsagePlan: SHARED, UsagePlanName: last}");

        CloudFormationResource plan = plans.shared(conditions).get(0);

        assertThat(plan.logicalId()).isEqualTo("ServerlessUsagePlan");
        assertThat(plan.property("UsagePlanName")).contains(node("last"));
        assertThat(plan.property("Description")).isEmpty();
        assertThat(plan.body().get("DependsOn")).contains(node("[Shop, Depot]"));
        assertThat(plans.sharing()).extracting(SamResource::logicalId).containsExactly("Shop", "Depot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {"A|A > A", "B|A > {Fn::Or: [{Condition: A}, {Condition: B}]}"})
    void sharedPlanHasAConditionWhenEachApiHasOne(String names, String expected) {
        share(names.split("\\|"));

        List<CloudFormationResource> made = plans.shared(conditions);

        assertThat(made).allSatisfy(resource -> assertThat(resource.body().text("Condition"))
                .contains("SharedUsagePlanCondition"));
        assertThat(conditions.added().get("SharedUsagePlanCondition")).isEqualTo(node(expected));
    }

    @Test
    void sharedConditionIsFlatWhenThereAreMoreNamesThanAnOrTakes() {
        share("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K");

        plans.shared(conditions);

        assertThat(conditions.added()).containsOnlyKeys("SharedUsagePlanCondition");
        assertThat(conditions
                        .added()
                        .get("SharedUsagePlanCondition")
                        .asMapping()
                        .orElseThrow()
                        .sequence("Fn::Or")
                        .orElseThrow()
                        .items())
                .hasSize(11);
    }

    @Test
    void sharedPlanHasNoConditionWhenOneApiHasNone() {
        add("Shop", "{Condition: Open}", "{CreateUsagePlan: SHARED}");
        add("Depot", "{}", "{CreateUsagePlan: SHARED}");

        assertThat(plans.shared(conditions))
                .allSatisfy(
                        resource -> assertThat(resource.body().get("Condition")).isEmpty());
        assertThat(conditions.added()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "[]",
                "{}",
                "{CreateUsagePlan: null}",
                "{CreateUsagePlan: shared}",
                "{CreateUsagePlan: {Ref: Kind}}",
                "{CreateUsagePlan: SHARED, Quotas: {}}"
            })
    void settingsAreRefusedWhenTheyAreNoUsagePlan(String usagePlan) {
        assertThatThrownBy(() -> add("Shop", "{}", usagePlan))
                .isInstanceOfSatisfying(
                        InvalidResourceException.class,
                        invalid -> assertThat(invalid.error().logicalId()).contains("Shop"))
                .hasMessageContaining("Auth.UsagePlan");
    }

    private void share(String... names) {
        for (String name : names) {
            add("Api" + plans.sharing().size(), "{Condition: %s}".formatted(name), "{CreateUsagePlan: SHARED}");
        }
    }

    private List<CloudFormationResource> add(String id, String attributes, String usagePlan) {
        MappingNode body = yaml(attributes);
        SamResource api = new SamResource(id, "AWS::Serverless::Api", body, yaml("{}"), body.mark());
        return plans.resources(new ApiStage(api, id + "Stage"), node(usagePlan));
    }

    private static MappingNode yaml(String text) {
        return node(text).asMapping().orElseThrow();
    }

    private static Node node(String text) {
        return new TemplateReader()
                .parse("Value: " + text, Path.of("test.yaml"), "test.yaml")
                .root()
                .get("Value")
                .orElseThrow();
    }
}
