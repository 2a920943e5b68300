package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.ContentLocation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Serverless::LayerVersion}: a layer version whose id changes with its content. */
public final class LayerVersionResource implements ResourceTranslator {

    private static final Set<String> ARCHITECTURES = Set.of("x86_64", "arm64");
    private static final Map<String, String> RETENTION = Map.of("retain", "Retain", "delete", "Delete");
    private static final List<String> RESOLVED = List.of("LayerName", "LicenseInfo", "Description", "RetentionPolicy");

    private final TransformContext context;

    public LayerVersionResource(TransformContext context) {
        this.context = context;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource written) {
        SamResource layer = resolved(written);
        String id = LogicalIds.layerVersion(layer.logicalId(), hashed(layer));
        MappingNode properties = MappingNode.builder()
                .put("Content", content(layer))
                .put("LayerName", layer.get("LayerName").orElse(ScalarNode.string(layer.logicalId())))
                .copy(layer.properties(), "Description")
                .copy(layer.properties(), "LicenseInfo")
                .copy(layer.properties(), "CompatibleRuntimes")
                .copy(layer.properties(), "CompatibleArchitectures")
                .build();
        checkArchitectures(layer);
        CloudFormationResource version = layer.beside(id, "AWS::Lambda::LayerVersion", properties)
                .withAttribute("DeletionPolicy", deletionPolicy(layer));
        context.result().rename(layer.logicalId(), id);
        return List.of(layer.attribute("DependsOn")
                .map(others -> version.withAttribute("DependsOn", others))
                .orElse(version));
    }

    private SamResource resolved(SamResource layer) {
        MappingNode properties = layer.properties();
        for (String name : RESOLVED) {
            Node value = properties.get(name).orElse(null);
            if (value != null) {
                Node known = context.parameters().resolve(value);
                properties = known == value ? properties : properties.with(name, known);
            }
        }
        return new SamResource(layer.logicalId(), layer.type(), layer.body(), properties, layer.mark());
    }

    /** What a change of must lead to a new version. */
    private static MappingNode hashed(SamResource layer) {
        return MappingNode.builder()
                .put("Type", layer.type())
                .copy(layer.body(), "DependsOn")
                .copy(layer.body(), "Condition")
                .put("Properties", layer.properties())
                .build();
    }

    private Node content(SamResource layer) {
        Node uri = layer.get("ContentUri").orElseThrow(() -> layer.invalid("ContentUri is required", ""));
        return new ContentLocation(context).ofLambda(layer, "ContentUri", uri);
    }

    private static Node deletionPolicy(SamResource layer) {
        return layer.get("RetentionPolicy")
                .map(policy -> retention(layer, policy))
                .or(() -> layer.attribute("DeletionPolicy"))
                .orElse(ScalarNode.string("Retain"));
    }

    private static Node retention(SamResource layer, Node policy) {
        String word = policy.asScalar()
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElse("");
        String value = RETENTION.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw layer.invalid(
                    policy,
                    "RetentionPolicy must be Retain or Delete",
                    Intrinsic.of(policy).isPresent() ? "functions are not known before deployment" : "");
        }
        return ScalarNode.string(value, policy.mark());
    }

    private static void checkArchitectures(SamResource layer) {
        layer
                .get("CompatibleArchitectures")
                .flatMap(Node::asSequence)
                .map(SequenceNode::items)
                .orElse(List.of())
                .stream()
                .filter(item -> item.asMapping().isEmpty())
                .filter(item -> item.asText().filter(ARCHITECTURES::contains).isEmpty())
                .findFirst()
                .ifPresent(item -> {
                    throw layer.invalid(item, "CompatibleArchitectures must list x86_64 or arm64", "");
                });
    }
}
