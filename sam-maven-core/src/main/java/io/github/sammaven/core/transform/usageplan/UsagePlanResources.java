package io.github.sammaven.core.transform.usageplan;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.List;

/**
 * A plan, its key, and what joins the two.
 *
 * @param prefix what the ids begin with
 * @param settings {@code UsagePlan} of the API
 * @param stages what the plan applies to
 */
record UsagePlanResources(String prefix, MappingNode settings, List<ApiStage> stages) {

    private static final List<String> COPIED = List.of("UsagePlanName", "Description", "Quota", "Tags", "Throttle");

    /** Without the attributes of APIs. */
    List<CloudFormationResource> all() {
        String planId = prefix + "UsagePlan";
        String keyId = prefix + "ApiKey";
        MappingNode.Builder plan = MappingNode.builder()
                .put(
                        "ApiStages",
                        SequenceNode.of(stages.stream().map(ApiStage::inPlan).toList()));
        COPIED.forEach(name -> plan.put(name, BlankValue.given(settings, name)));
        MappingNode key = MappingNode.builder()
                .put("Enabled", ScalarNode.bool(true))
                .put(
                        "StageKeys",
                        SequenceNode.of(stages.stream().map(ApiStage::inKey).toList()))
                .build();
        MappingNode planKey = MappingNode.builder()
                .put("KeyId", Intrinsic.ref(keyId))
                .put("KeyType", "API_KEY")
                .put("UsagePlanId", Intrinsic.ref(planId))
                .build();
        String[] apis = stages.stream().map(stage -> stage.api().logicalId()).toArray(String[]::new);
        return List.of(
                resource(planId, "AWS::ApiGateway::UsagePlan", plan.build(), apis),
                resource(keyId, "AWS::ApiGateway::ApiKey", key, planId),
                resource(prefix + "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", planKey, keyId));
    }

    private static CloudFormationResource resource(
            String id, String type, MappingNode properties, String... dependsOn) {
        return CloudFormationResource.of(id, type, properties)
                .withAttribute("DependsOn", SequenceNode.ofTexts(dependsOn));
    }
}
