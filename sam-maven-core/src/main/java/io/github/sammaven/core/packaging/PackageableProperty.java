package io.github.sammaven.core.packaging;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;

/**
 * A property that may hold a local path, and what takes its place once the path is uploaded. A further one is a further
 * row of {@link #TABLE}.
 *
 * @param resourceType the type of resource it belongs to
 * @param path keys from {@code Properties} down to it
 * @param form how the location in the bucket is written
 */
record PackageableProperty(String resourceType, List<String> path, LocationForm form) {

    static final List<PackageableProperty> TABLE = List.of(
            row("AWS::Serverless::Function", "CodeUri", LocationForm.URI),
            row("AWS::Serverless::LayerVersion", "ContentUri", LocationForm.URI),
            row("AWS::Lambda::Function", "Code", LocationForm.S3_BUCKET_AND_KEY),
            row("AWS::Lambda::LayerVersion", "Content", LocationForm.S3_BUCKET_AND_KEY));

    private static PackageableProperty row(String resourceType, String path, LocationForm form) {
        return new PackageableProperty(resourceType, List.of(path.split("\\.")), form);
    }

    /** {@code Command.ScriptLocation}, for messages. */
    String name() {
        return String.join(".", path);
    }

    /** Its value below {@code properties}. */
    Optional<Node> in(MappingNode properties) {
        Optional<Node> value = Optional.of(properties);
        for (String key : path) {
            value = value.flatMap(Node::asMapping).flatMap(mapping -> mapping.get(key));
        }
        return value;
    }

    /** A copy of {@code properties} where it is {@code value}. */
    MappingNode set(MappingNode properties, Node value) {
        return set(properties, path, value);
    }

    private static MappingNode set(MappingNode mapping, List<String> path, Node value) {
        String key = path.get(0);
        if (path.size() == 1) {
            return mapping.with(key, value);
        }
        MappingNode inner = mapping.mapping(key)
                .orElseGet(() -> MappingNode.builder(mapping.mark()).build());
        return mapping.with(key, set(inner, path.subList(1, path.size()), value));
    }
}
