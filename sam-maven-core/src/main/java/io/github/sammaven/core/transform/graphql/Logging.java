package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.generate.IamRole;
import java.util.Map;

/** {@code Logging}: on by default, with a role made for it. */
public final class Logging {

    private static final String PUSH_POLICY =
            "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs";

    private final AppSyncApi api;

    public Logging(AppSyncApi api) {
        this.api = api;
    }

    /** Adds {@code LogConfig}, and the role to the resources of the API. */
    public void addTo(MappingNode.Builder properties) {
        Node logging = api.sam().get("Logging").orElse(ScalarNode.bool(true));
        if (logging.equals(ScalarNode.bool(false))) {
            return;
        }
        MappingNode given = logging.asMapping().orElseGet(() -> MappingNode.of(Map.of()));
        MappingNode.Builder config = MappingNode.builder()
                .put("FieldLogLevel", AppSyncApi.value(given, "FieldLogLevel").orElse(ScalarNode.string("ALL")))
                .copy(given, "ExcludeVerboseContent");
        config.put(
                "CloudWatchLogsRoleArn",
                AppSyncApi.value(given, "CloudWatchLogsRoleArn").orElseGet(this::roleArn));
        properties.put("LogConfig", config.build());
    }

    private Node roleArn() {
        String id = api.logicalId() + "CloudWatchRole";
        api.add(
                id,
                IamRole.TYPE,
                IamRole.assumedBy(AppSyncApi.APPSYNC)
                        .managedPolicy(Intrinsic.sub(PUSH_POLICY))
                        .properties());
        return Intrinsic.getAtt(id, "Arn");
    }
}
