package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.template.MappingNode;
import java.util.List;
import java.util.Optional;

/** What people call a resource: CDK and SAM CLI keep that in metadata, as the logical id is made up. */
public final class ResourceName {

    private static final String NESTED_STACK = ".NestedStackResource";

    private ResourceName() {}

    /** The name in metadata, or else the logical id. */
    public static String of(String logicalId, MappingNode resource) {
        Optional<MappingNode> metadata = resource.mapping("Metadata");
        return metadata.flatMap(all -> all.text("SamResourceId"))
                .or(() -> metadata.flatMap(all -> all.text("aws:cdk:path")).flatMap(ResourceName::inCdkPath))
                .orElse(logicalId);
    }

    /** {@code Orders} of {@code Shop/Orders/Resource}. */
    private static Optional<String> inCdkPath(String path) {
        List<String> parts = List.of(path.split("/"));
        if (parts.size() < 2) {
            return Optional.empty();
        }
        String last = parts.get(parts.size() - 1);
        if (last.endsWith(NESTED_STACK)) {
            return Optional.of(last.substring(0, last.length() - NESTED_STACK.length()));
        }
        return Optional.of(last.equals("Resource") ? parts.get(parts.size() - 2) : last);
    }
}
