package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import io.github.sammaven.core.transform.domain.RecordSetGroups;
import io.github.sammaven.core.transform.event.BucketNotifications;
import io.github.sammaven.core.transform.usageplan.UsagePlans;

/**
 * Resources that several SAM resources make together, so that they are known only when all are translated.
 *
 * @param deployments of functions
 * @param usagePlans of REST APIs
 * @param recordSets of custom domains
 * @param notifications of buckets to functions
 */
record SharedResources(
        DeploymentPreferences deployments,
        UsagePlans usagePlans,
        RecordSetGroups recordSets,
        BucketNotifications notifications) {

    static SharedResources of(TransformContext context) {
        return new SharedResources(
                new DeploymentPreferences(context), new UsagePlans(), new RecordSetGroups(), new BucketNotifications());
    }

    /** Adds them to the result, where there are any. */
    void addTo(TransformContext context, TagPropagation tagPropagation) {
        notifications.applyTo(context);
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
