package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.openapi.HttpApis;
import io.github.sammaven.core.transform.openapi.RestApis;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The event sources of functions, for one run. */
public final class FunctionEventSources {

    private final Map<String, FunctionEventSource> byType = new HashMap<>();

    public FunctionEventSources(
            TransformContext context, RestApis restApis, HttpApis httpApis, BucketNotifications notifications) {
        byType.put("AlexaSkill", new AlexaSkillEvent());
        byType.put("CloudWatchEvent", new EventBridgeRuleEvent());
        byType.put("CloudWatchLogs", new CloudWatchLogsEvent(context.partition()));
        byType.put("Cognito", new CognitoEvent(context));
        byType.put("DocumentDB", new DocumentDbEvent());
        byType.put("DynamoDB", StreamEvent.dynamoDb());
        byType.put("EventBridgeRule", new EventBridgeRuleEvent());
        byType.put("IoTRule", new IotRuleEvent(context.partition()));
        byType.put("Kinesis", StreamEvent.kinesis());
        byType.put("MQ", new MqEvent());
        byType.put("MSK", new MskEvent(context.parameters()));
        byType.put("S3", new S3Event(context, notifications));
        byType.put("SNS", new SnsEvent(context));
        byType.put("SQS", StreamEvent.sqs());
        byType.put("Schedule", new ScheduleEvent());
        byType.put("ScheduleV2", new ScheduleV2Event());
        byType.put("SelfManagedKafka", new SelfManagedKafkaEvent(context.parameters()));
        byType.put("Api", new ApiEvent(context.partition(), restApis));
        byType.put("HttpApi", new HttpApiRouteEvent(httpApis));
    }

    public Optional<FunctionEventSource> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
