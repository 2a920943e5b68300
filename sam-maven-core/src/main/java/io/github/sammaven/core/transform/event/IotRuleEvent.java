package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.List;

/** {@code IoTRule}: messages of things that a query selects call the function. */
final class IotRuleEvent implements FunctionEventSource {

    private final Partition partition;

    IotRuleEvent(Partition partition) {
        this.partition = partition;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        MappingNode action = MappingNode.of(
                "Lambda", MappingNode.of("FunctionArn", event.target().arn()));
        MappingNode payload = MappingNode.builder()
                .copy(event.properties(), "Sql")
                .put("RuleDisabled", ScalarNode.bool(false))
                .put("Actions", SequenceNode.of(action))
                .put("AwsIotSqlVersion", event.given("AwsIotSqlVersion"))
                .build();
        return EventResult.of(List.of(
                event.resource(
                        "Permission",
                        LambdaPermission.TYPE,
                        LambdaPermission.of(event.target().name(), "iot.amazonaws.com")
                                .withSourceAccount(Intrinsic.sub("${AWS::AccountId}"))
                                .withSourceArn(Intrinsic.sub(
                                        "arn:" + partition.name()
                                                + ":iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}",
                                        MappingNode.of("RuleName", Intrinsic.ref(event.logicalId()))))
                                .properties()),
                event.resource("", "AWS::IoT::TopicRule", MappingNode.of("TopicRulePayload", payload))));
    }
}
