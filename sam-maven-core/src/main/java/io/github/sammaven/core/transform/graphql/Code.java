package io.github.sammaven.core.transform.graphql;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.Optional;

/** {@code InlineCode}, {@code CodeUri} and {@code Runtime} of functions and resolvers. */
final class Code {

    private final AppSyncApi api;

    Code(AppSyncApi api) {
        this.api = api;
    }

    static boolean isIn(MappingNode owner) {
        return AppSyncApi.value(owner, "InlineCode").isPresent()
                || AppSyncApi.value(owner, "CodeUri").isPresent();
    }

    /** @param key of the function or resolver, for messages */
    void addTo(MappingNode.Builder properties, String key, MappingNode owner) {
        Optional<Node> inline = AppSyncApi.value(owner, "InlineCode");
        Optional<Node> uri = AppSyncApi.value(owner, "CodeUri");
        if (inline.isPresent() && uri.isPresent()) {
            throw api.sam().invalid(owner, key + " has both InlineCode and CodeUri", "keep one of them");
        }
        if (inline.isEmpty() && uri.isEmpty()) {
            throw api.sam().invalid(owner, key + " has no code", "give it InlineCode or CodeUri");
        }
        properties.put("Code", inline).put("CodeS3Location", uri).put("Runtime", runtime(key, owner));
    }

    private MappingNode runtime(String key, MappingNode owner) {
        Node runtime = AppSyncApi.value(owner, "Runtime").orElseThrow(() -> api.sam()
                .invalid(owner, key + " has code but no Runtime", "Runtime: {Name: APPSYNC_JS, Version: 1.0.0}"));
        MappingNode given = api.mapping(runtime, key + ".Runtime");
        return MappingNode.builder(runtime.mark())
                .copy(given, "Name")
                .copy(given, "Version", "RuntimeVersion")
                .build();
    }
}
