package io.github.sammaven.core.transform.usageplan;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.SamResource;

/**
 * What a usage plan applies to.
 *
 * @param api the REST API
 * @param stageId logical id of its stage
 */
public record ApiStage(SamResource api, String stageId) {

    MappingNode inPlan() {
        return MappingNode.builder()
                .put("ApiId", Intrinsic.ref(api.logicalId()))
                .put("Stage", Intrinsic.ref(stageId))
                .build();
    }

    MappingNode inKey() {
        return MappingNode.builder()
                .put("RestApiId", Intrinsic.ref(api.logicalId()))
                .put("StageName", Intrinsic.ref(stageId))
                .build();
    }
}
