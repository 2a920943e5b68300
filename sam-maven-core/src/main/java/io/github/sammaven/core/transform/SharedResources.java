package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import io.github.sammaven.core.transform.domain.RecordSetGroups;
import io.github.sammaven.core.transform.event.BucketNotifications;
import io.github.sammaven.core.transform.usageplan.UsagePlans;
import java.util.List;

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
        addUsagePlan(context, tagPropagation);
        recordSets
                .byOwner()
                .forEach((owner, groups) ->
                        groups.forEach(group -> context.result().add(owner, group)));
    }

    /** The plan belongs to every API that shares it. */
    private void addUsagePlan(TransformContext context, TagPropagation tagPropagation) {
        List<SamResource> apis = usagePlans.sharing();
        if (apis.isEmpty()) {
            return;
        }
        GeneratedIds ids = new GeneratedIds(context);
        List<CloudFormationResource> plan =
                tagPropagation.apply(apis.get(apis.size() - 1), usagePlans.shared(context.conditions()));
        apis.forEach(api -> context.errors().during(() -> plan.forEach(resource -> ids.check(api, resource))));
        apis.forEach(api -> plan.forEach(resource -> context.result().add(api.logicalId(), resource)));
    }
}
