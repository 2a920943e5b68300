package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What buckets of the template shall tell functions. Collected, so that a bucket is rewritten once. */
public final class BucketNotifications {

    static final String BUCKET = "AWS::S3::Bucket";

    private static final String NOTIFICATION = "NotificationConfiguration";
    private static final String LAMBDA = "LambdaConfigurations";

    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "Metadata",
            "UpdatePolicy");

    private static final Set<String> PROPERTIES = Set.of(
            "AccessControl",
            "AccelerateConfiguration",
            "AnalyticsConfigurations",
            "BucketEncryption",
            "BucketName",
            "CorsConfiguration",
            "IntelligentTieringConfigurations",
            "InventoryConfigurations",
            "LifecycleConfiguration",
            "LoggingConfiguration",
            "MetricsConfigurations",
            NOTIFICATION,
            "ObjectLockConfiguration",
            "ObjectLockEnabled",
            "OwnershipControls",
            "PublicAccessBlockConfiguration",
            "ReplicationConfiguration",
            "Tags",
            "VersioningConfiguration",
            "WebsiteConfiguration");

    /** What one event adds. */
    private record Addition(FunctionEvent event, String permissionId, List<MappingNode> entries) {}

    private final Map<String, List<Addition>> byBucket = new LinkedHashMap<>();

    void add(String bucketId, FunctionEvent event, String permissionId, List<MappingNode> entries) {
        byBucket.computeIfAbsent(bucketId, id -> new ArrayList<>()).add(new Addition(event, permissionId, entries));
    }

    /** Rewrites the buckets; what is wrong with one is collected. */
    public void applyTo(TransformContext context) {
        byBucket.forEach((bucketId, additions) -> context.errors()
                .during(() -> context.result().update(bucketId, bucket -> rewritten(bucket, additions))));
    }

    private static CloudFormationResource rewritten(CloudFormationResource bucket, List<Addition> additions) {
        checkProperties(bucket);
        Map<String, Node> body = new LinkedHashMap<>(bucket.body().entries());
        body.keySet().retainAll(ATTRIBUTES);
        MappingNode configuration = configuration(bucket);
        Set<Node> entries = new LinkedHashSet<>(entries(bucket, configuration));
        Set<Node> dependsOn = new LinkedHashSet<>(listed(bucket.body().get("DependsOn")));
        List<Node> tags = new ArrayList<>(listed(bucket.property("Tags")));
        for (Addition addition : additions) {
            Optional<String> condition = addition.event().function().condition();
            addition.entries()
                    .forEach(entry -> entries.add(condition
                            .<Node>map(name -> Intrinsic.ifElse(name, entry, Intrinsic.noValue()))
                            .orElse(entry)));
            if (condition.isPresent()) {
                tags.add(conditionalDependency(condition.get(), addition.permissionId()));
            } else {
                dependsOn.add(ScalarNode.string(addition.permissionId()));
            }
        }
        propagated(additions.get(additions.size() - 1).event()).ifPresent(replacing -> {
            tags.clear();
            tags.addAll(replacing);
        });
        MappingNode properties = bucket.properties()
                .with(NOTIFICATION, configuration.with(LAMBDA, SequenceNode.of(List.copyOf(entries))));
        if (!tags.isEmpty()) {
            properties = properties.with("Tags", SequenceNode.of(tags));
        }
        body.put("Properties", properties);
        boolean unchanged =
                dependsOn.size() == listed(bucket.body().get("DependsOn")).size();
        if (!unchanged) {
            body.put("DependsOn", SequenceNode.of(List.copyOf(dependsOn)));
        }
        return new CloudFormationResource(
                bucket.logicalId(), MappingNode.of(body, bucket.body().mark()));
    }

    private static void checkProperties(CloudFormationResource bucket) {
        bucket.properties().keys().stream()
                .filter(name -> !PROPERTIES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidResourceException.of(
                            bucket.logicalId(),
                            bucket.properties().keyMark(name),
                            "%s: a bucket that an S3 event names cannot have the property '%s'"
                                    .formatted(bucket.logicalId(), name),
                            NearestName.suggestion(name, PROPERTIES));
                });
    }

    private static MappingNode configuration(CloudFormationResource bucket) {
        return bucket.property(NOTIFICATION)
                .filter(value -> !value.isNull())
                .map(value -> value.asMapping().orElseThrow(() -> wrongKind(bucket, NOTIFICATION, "a mapping", value)))
                .orElseGet(() -> MappingNode.of(Map.of()));
    }

    private static List<Node> entries(CloudFormationResource bucket, MappingNode configuration) {
        return configuration
                .get(LAMBDA)
                .filter(value -> !value.isNull())
                .map(value -> value.asSequence()
                        .map(SequenceNode::items)
                        .orElseThrow(() -> wrongKind(bucket, LAMBDA, "a list", value)))
                .orElse(List.of());
    }

    private static InvalidResourceException wrongKind(
            CloudFormationResource bucket, String property, String kind, Node value) {
        return InvalidResourceException.of(
                bucket.logicalId(),
                value.mark(),
                "%s: %s must be %s, this is %s".formatted(bucket.logicalId(), property, kind, value.kindName()),
                "");
    }

    private static List<Node> listed(Optional<Node> value) {
        return value.filter(node -> !node.isNull())
                .map(node -> node.asSequence().map(SequenceNode::items).orElse(List.of(node)))
                .orElse(List.of());
    }

    /** A bucket cannot depend on what may not be there; a tag that refers to it has the same effect. */
    private static Node conditionalDependency(String condition, String permissionId) {
        return MappingNode.builder()
                .put("Key", "sam:ConditionalDependsOn:" + permissionId)
                .put(
                        "Value",
                        Intrinsic.ifElse(condition, Intrinsic.ref(permissionId), ScalarNode.string("no dependency")))
                .build();
    }

    /** Tags of the last function that names the bucket take the place of all others. */
    private static Optional<List<Node>> propagated(FunctionEvent event) {
        boolean propagates = event.function()
                .get("PropagateTags")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
        return propagates
                ? new Tags()
                        .addAll(event.function().get("Tags"))
                        .list()
                        .flatMap(Node::asSequence)
                        .map(SequenceNode::items)
                : Optional.empty();
    }
}
