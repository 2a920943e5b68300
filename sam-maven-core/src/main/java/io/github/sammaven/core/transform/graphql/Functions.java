package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code Functions}: the steps that resolvers are made of. */
public final class Functions {

    private static final String NONE = "NONE";

    private final AppSyncApi api;
    private final DataSources dataSources;
    private final Code code;
    private final Map<String, Node> idByKey = new LinkedHashMap<>();

    public Functions(AppSyncApi api, DataSources dataSources) {
        this.api = api;
        this.dataSources = dataSources;
        this.code = new Code(api);
    }

    /** Adds the functions of the API to its resources. */
    public void add() {
        api.forEach(api.sam().properties(), "Functions", this::function);
    }

    /** What pipelines call the function with this key. */
    Node idOf(Node key) {
        String name = key.asText().orElse("");
        Node id = idByKey.get(name);
        if (id == null) {
            throw api.sam()
                    .invalid(
                            key,
                            "Functions has no '%s'".formatted(name),
                            NearestName.suggestion(name, idByKey.keySet()));
        }
        return id;
    }

    private void function(String key, MappingNode function) {
        Optional<Node> existing = AppSyncApi.value(function, "Id");
        String id = api.logicalId() + key;
        idByKey.put(key, existing.orElseGet(() -> Intrinsic.getAtt(id, "FunctionId")));
        if (existing.isPresent()) {
            if (function.size() > 1) {
                throw api.sam()
                        .invalid(
                                function,
                                "function %s has an Id and other properties".formatted(key),
                                "an Id names a function that exists; leave it out to make one");
            }
            return;
        }
        MappingNode.Builder properties = MappingNode.builder()
                .put("ApiId", api.apiId())
                .put("Name", AppSyncApi.value(function, "Name").orElse(ScalarNode.string(key)))
                .put("DataSourceName", dataSource(key, function))
                .copy(function, "Description")
                .copy(function, "MaxBatchSize")
                .copy(function, "Sync", "SyncConfig");
        code.addTo(properties, key, function);
        api.add(id, "AWS::AppSync::FunctionConfiguration", properties.build());
    }

    private Node dataSource(String key, MappingNode function) {
        Node source = AppSyncApi.value(function, "DataSource").orElseThrow(() -> api.sam()
                .invalid(function, "function %s needs a DataSource".formatted(key), "a key of DataSources, or NONE"));
        if (source.asMapping().isPresent()) {
            return source;
        }
        String name = source.asText().orElse("");
        if (name.equalsIgnoreCase(NONE)) {
            return dataSources.none();
        }
        return dataSources.nameOf(name).orElseThrow(() -> api.sam()
                .invalid(
                        source,
                        "DataSources has no '%s'".formatted(name),
                        "write !GetAtt, !Sub or another function for one outside of this API"));
    }
}
