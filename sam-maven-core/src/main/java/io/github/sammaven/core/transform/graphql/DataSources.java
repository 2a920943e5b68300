package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.generate.IamRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code DataSources}: tables and functions, each with a role that may reach it. */
public final class DataSources {

    private static final String TYPE = "AWS::AppSync::DataSource";
    private static final String TABLE_ARN =
            "arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}";

    private final AppSyncApi api;
    private final Map<String, String> idByKey = new HashMap<>();
    private boolean hasNone;

    public DataSources(AppSyncApi api) {
        this.api = api;
    }

    /** Adds the data sources of the API to its resources. */
    public void add() {
        api.sam().get("DataSources").ifPresent(node -> {
            MappingNode kinds = api.mapping(node, "DataSources");
            api.forEach(kinds, "DynamoDb", this::table);
            api.forEach(kinds, "Lambda", this::function);
        });
    }

    /** What functions call {@code DataSourceName}: by its key in {@code DataSources}. */
    Optional<Node> nameOf(String key) {
        return Optional.ofNullable(idByKey.get(key)).map(id -> Intrinsic.getAtt(id, "Name"));
    }

    /** The name of the data source that functions without one share. */
    Node none() {
        String id = api.logicalId() + "NoneDataSource";
        if (!hasNone) {
            hasNone = true;
            api.add(
                    id,
                    TYPE,
                    MappingNode.builder()
                            .put("ApiId", api.apiId())
                            .put("Name", id)
                            .put("Type", "NONE")
                            .build());
        }
        return Intrinsic.getAtt(id, "Name");
    }

    private void table(String key, MappingNode source) {
        String id = api.logicalId() + key + "DynamoDBDataSource";
        Node region = AppSyncApi.value(source, "Region").orElse(Intrinsic.ref("AWS::Region"));
        Node name = required(source, key, "TableName");
        MappingNode config = MappingNode.builder()
                .put("AwsRegion", region)
                .put("TableName", name)
                .copy(source, "UseCallerCredentials")
                .copy(source, "Versioned")
                .copy(source, "DeltaSync", "DeltaSyncConfig")
                .build();
        add(id, key, source, "AMAZON_DYNAMODB", "DynamoDBConfig", config).ifPresent(roleName -> {
            Node arn = AppSyncApi.value(source, "TableArn")
                    .orElseGet(() -> Intrinsic.sub(
                            TABLE_ARN,
                            MappingNode.builder()
                                    .put("__TableName__", name)
                                    .put("__Region__", region)
                                    .build()));
            link(id + "ToTableConnector", roleName, "AWS::DynamoDB::Table", arn, permissions(source));
        });
    }

    private void function(String key, MappingNode source) {
        String id = api.logicalId() + key + "LambdaDataSource";
        Node arn = required(source, key, "FunctionArn");
        MappingNode config = MappingNode.of("LambdaFunctionArn", arn);
        add(id, key, source, "AWS_LAMBDA", "LambdaConfig", config)
                .ifPresent(roleName ->
                        link(id + "ToLambdaConnector", roleName, "AWS::Lambda::Function", arn, List.of("Write")));
    }

    /** @return the name of the role that was made, if one was */
    private Optional<Node> add(
            String id, String key, MappingNode source, String type, String configName, MappingNode config) {
        idByKey.putIfAbsent(key, id);
        Optional<Node> given = AppSyncApi.value(source, "ServiceRoleArn");
        String roleId = id + "Role";
        api.add(
                id,
                TYPE,
                MappingNode.builder()
                        .put("ApiId", api.apiId())
                        .put("Name", AppSyncApi.value(source, "Name").orElse(ScalarNode.string(key)))
                        .copy(source, "Description")
                        .put("Type", type)
                        .put("ServiceRoleArn", given.orElseGet(() -> Intrinsic.getAtt(roleId, "Arn")))
                        .put(configName, config)
                        .build());
        if (given.isPresent()) {
            return Optional.empty();
        }
        api.add(roleId, IamRole.TYPE, IamRole.assumedBy(AppSyncApi.APPSYNC).properties());
        return Optional.of(Intrinsic.ref(roleId));
    }

    private void link(String connectorId, Node roleName, String type, Node arn, List<String> permissions) {
        api.links()
                .add(new ServiceLink(
                        connectorId,
                        MappingNode.builder()
                                .put("Type", TYPE)
                                .put("RoleName", roleName)
                                .build(),
                        MappingNode.builder().put("Type", type).put("Arn", arn).build(),
                        permissions));
    }

    private List<String> permissions(MappingNode source) {
        return AppSyncApi.value(source, "Permissions")
                .flatMap(Node::asSequence)
                .map(SequenceNode::items)
                .map(items ->
                        items.stream().flatMap(item -> item.asText().stream()).toList())
                .orElse(List.of("Read", "Write"));
    }

    private Node required(MappingNode source, String key, String property) {
        return AppSyncApi.value(source, property)
                .orElseThrow(() -> api.sam().invalid(source, "data source %s needs %s".formatted(key, property), ""));
    }
}
