package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An entry of {@code Resources} in the transformed template: one that was generated, or one that the template already
 * had.
 *
 * @param logicalId its key
 * @param body the whole entry: {@code Type}, {@code Properties} and attributes
 */
public record CloudFormationResource(String logicalId, MappingNode body) {

    private static final String PROPERTIES = "Properties";

    /** A resource without attributes. */
    public static CloudFormationResource of(String logicalId, String type, MappingNode properties) {
        return new CloudFormationResource(
                logicalId,
                MappingNode.builder()
                        .put("Type", type)
                        .put(PROPERTIES, properties)
                        .build());
    }

    /** Empty text if the entry has none. */
    public String type() {
        return body.text("Type").orElse("");
    }

    /** Empty if the entry has none. */
    public MappingNode properties() {
        return body.mapping(PROPERTIES).orElseGet(() -> MappingNode.of(Map.of()));
    }

    public Optional<Node> property(String name) {
        return properties().get(name);
    }

    public CloudFormationResource withProperty(String name, Node value) {
        return withAttribute(PROPERTIES, properties().with(name, value));
    }

    public CloudFormationResource withProperties(UnaryOperator<MappingNode> change) {
        return withAttribute(PROPERTIES, change.apply(properties()));
    }

    /** Sets {@code Condition}, {@code DependsOn}, ... */
    public CloudFormationResource withAttribute(String name, Node value) {
        return new CloudFormationResource(logicalId, body.with(name, value));
    }

    public CloudFormationResource withAttribute(String name, String value) {
        return withAttribute(name, ScalarNode.string(value));
    }

    public CloudFormationResource withoutAttribute(String name) {
        return new CloudFormationResource(logicalId, body.without(name));
    }
}
