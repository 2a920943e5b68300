package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import io.github.sammaven.core.transform.domain.RecordSetGroups;
import io.github.sammaven.core.transform.usageplan.UsagePlans;

/**
 * Resources that several SAM resources make together, so that they are known only when all are translated.
 *
 * @param deployments of functions
 * @param usagePlans of REST APIs
 * @param recordSets of custom domains
 */
record SharedResources(DeploymentPreferences deployments, UsagePlans usagePlans, RecordSetGroups recordSets) {

    static SharedResources of(TransformContext context) {
        return new SharedResources(new DeploymentPreferences(context), new UsagePlans(), new RecordSetGroups());
    }

    /** Adds them to the result, where there are any. */
    void addTo(TransformContext context, TagPropagation tagPropagation) {
        deployments.resources().forEach(resource -> context.result().add(resource.logicalId(), resource));
        usagePlans.sharedLast().ifPresent(last -> tagPropagation
                .apply(last, usagePlans.shared(context.conditions()))
                .forEach(resource ->
                        context.result().add(usagePlans.sharedOwner().orElseThrow(), resource)));
        recordSets
                .byOwner()
                .forEach((owner, groups) ->
                        groups.forEach(group -> context.result().add(owner, group)));
    }
}
