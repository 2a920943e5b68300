package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.EventRule;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.ArrayList;
import java.util.List;

/** Lets the rule of an event call its function. */
final class RulePermission {

    private RulePermission() {}

    static EventResult added(FunctionEvent event, List<CloudFormationResource> rule) {
        List<CloudFormationResource> resources = new ArrayList<>(rule);
        resources.add(event.resource(
                "Permission",
                LambdaPermission.TYPE,
                LambdaPermission.of(event.target().name(), "events.amazonaws.com")
                        .withSourceArn(EventRule.arn(event))
                        .properties()));
        return EventResult.of(resources);
    }
}
