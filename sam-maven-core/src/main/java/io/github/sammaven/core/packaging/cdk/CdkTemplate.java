package io.github.sammaven.core.packaging.cdk;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the CDK says about assets in metadata and parameters. Templates without that stay as they are. */
public final class CdkTemplate {

    private static final String PATH = "aws:asset:path";
    private static final String PROPERTY = "aws:asset:property";
    private static final String LOCAL_IMAGE = "aws:asset:local-image";
    private static final String IMAGE_PROPERTY = "Code.ImageUri";
    private static final Pattern ASSET_PARAMETER =
            Pattern.compile("AssetParameters[0-9a-fA-F]{64}(S3Bucket|S3VersionKey|ArtifactHash)\\w+");

    private CdkTemplate() {}

    /** A copy in which each asset is the value of its property, and the parameters for assets have a default. */
    public static MappingNode normalised(MappingNode root) {
        return changed(changed(root, "Resources", CdkTemplate::resource), "Parameters", CdkTemplate::parameter);
    }

    private interface Change {
        MappingNode of(String name, MappingNode entry);
    }

    private static MappingNode changed(MappingNode root, String section, Change change) {
        Optional<MappingNode> entries = root.mapping(section);
        if (entries.isEmpty()) {
            return root;
        }
        Map<String, Node> changed = new LinkedHashMap<>(entries.get().entries());
        boolean[] any = {false};
        changed.replaceAll((name, node) -> {
            Node after = node instanceof MappingNode mapping ? change.of(name, mapping) : node;
            any[0] |= after != node;
            return after;
        });
        return any[0] ? root.with(section, entries.get().withEntries(changed)) : root;
    }

    private static MappingNode resource(String logicalId, MappingNode resource) {
        Optional<MappingNode> metadata = resource.mapping("Metadata");
        Optional<String> property = metadata.flatMap(all -> all.text(PROPERTY));
        if (property.isEmpty()) {
            return resource;
        }
        String source = property.get().equals(IMAGE_PROPERTY) ? LOCAL_IMAGE : PATH;
        return metadata.flatMap(all -> all.get(source))
                .filter(value -> value.asText().isPresent())
                .map(value -> set(resource, "Properties." + property.get(), value))
                .orElse(resource);
    }

    private static MappingNode set(MappingNode mapping, String path, Node value) {
        List<String> keys = List.of(path.split("\\.", 2));
        if (keys.size() == 1) {
            return mapping.with(path, value);
        }
        MappingNode inner = mapping.mapping(keys.get(0))
                .orElseGet(() -> MappingNode.builder(mapping.mark()).build());
        return mapping.with(keys.get(0), set(inner, keys.get(1), value));
    }

    /** Nobody gives these a value once their assets are packaged, and CloudFormation takes no empty one. */
    private static MappingNode parameter(String name, MappingNode parameter) {
        return ASSET_PARAMETER.matcher(name).matches() && !parameter.has("Default")
                ? parameter.with("Default", ScalarNode.string(" ", parameter.mark()))
                : parameter;
    }
}
