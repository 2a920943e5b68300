package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.List;

/** {@code S3}: changes in a bucket of the template call the function. */
final class S3Event implements FunctionEventSource {

    private final TransformContext context;
    private final BucketNotifications notifications;

    S3Event(TransformContext context, BucketNotifications notifications) {
        this.context = context;
        this.notifications = notifications;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        Node bucket = event.get("Bucket").orElse(event.properties());
        String bucketId = Intrinsic.of(bucket)
                .filter(function -> function.is(Intrinsic.REF))
                .flatMap(function -> function.argument().asText())
                .filter(id -> context.source(id, BucketNotifications.BUCKET).isPresent())
                .orElseThrow(() -> event.invalid(
                        bucket,
                        "Bucket must be a Ref to a bucket of the same template",
                        "for another bucket write the notification there, and an AWS::Lambda::Permission here"));
        checkDependsOn(event, bucketId);
        Node events = event.get("Events").orElse(SequenceNode.of());
        List<Node> types = events.asSequence().map(SequenceNode::items).orElse(List.of(events));
        CloudFormationResource permission = event.resource(
                "Permission",
                LambdaPermission.TYPE,
                LambdaPermission.of(event.target().name(), "s3.amazonaws.com")
                        .withSourceAccount(Intrinsic.ref("AWS::AccountId"))
                        .properties());
        List<MappingNode> entries = types.stream()
                .distinct()
                .map(type -> MappingNode.builder()
                        .put("Function", event.target().arn())
                        .put("Filter", event.get("Filter"))
                        .put("Event", type)
                        .build())
                .toList();
        notifications.add(bucketId, event, permission.logicalId(), entries);
        return EventResult.of(List.of(permission));
    }

    /** The permission is added to what the bucket depends on, which must be names for that. */
    private void checkDependsOn(FunctionEvent event, String bucketId) {
        context.source(bucketId).flatMap(bucket -> bucket.get("DependsOn")).ifPresent(dependsOn -> {
            List<Node> names = dependsOn.asSequence().map(SequenceNode::items).orElse(List.of(dependsOn));
            if (names.stream()
                    .anyMatch(
                            name -> name.asScalar().filter(ScalarNode::isString).isEmpty())) {
                throw event.invalid(
                        dependsOn,
                        "DependsOn of bucket %s must be a string or a list of strings".formatted(bucketId),
                        "");
            }
        });
    }
}
