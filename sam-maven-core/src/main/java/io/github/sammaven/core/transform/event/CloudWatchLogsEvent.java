package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.List;

/** {@code CloudWatchLogs}: matching lines of a log group are handed to the function. */
final class CloudWatchLogsEvent implements FunctionEventSource {

    private final Partition partition;

    CloudWatchLogsEvent(Partition partition) {
        this.partition = partition;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        MappingNode group = MappingNode.builder()
                .copy(event.properties(), "LogGroupName", "__LogGroupName__")
                .build();
        CloudFormationResource permission = event.resource(
                "Permission",
                LambdaPermission.TYPE,
                LambdaPermission.of(event.target().name(), "logs.amazonaws.com")
                        .withSourceArn(Intrinsic.sub(
                                "arn:" + partition.name()
                                        + ":logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*",
                                group))
                        .properties());
        CloudFormationResource filter = event.resource(
                        "",
                        "AWS::Logs::SubscriptionFilter",
                        MappingNode.builder()
                                .copy(event.properties(), "LogGroupName")
                                .copy(event.properties(), "FilterPattern")
                                .put("DestinationArn", event.target().arn())
                                .build())
                .withAttribute("DependsOn", SequenceNode.ofTexts(permission.logicalId()));
        return EventResult.of(List.of(permission, filter));
    }
}
