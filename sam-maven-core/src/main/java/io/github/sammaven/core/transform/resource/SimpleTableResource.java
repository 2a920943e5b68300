package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code AWS::Serverless::SimpleTable}: a table with a partition key and nothing else. */
public final class SimpleTableResource implements ResourceTranslator {

    private static final Map<String, String> ATTRIBUTE_TYPES = Map.of("String", "S", "Number", "N", "Binary", "B");
    private static final Node DEFAULT_KEY_NAME = ScalarNode.string("id");

    @Override
    public List<CloudFormationResource> translate(SamResource resource) {
        Node keyName = DEFAULT_KEY_NAME;
        String keyType = "S";
        Optional<MappingNode> primaryKey = resource.get("PrimaryKey").flatMap(Node::asMapping);
        if (primaryKey.isPresent()) {
            keyName = primaryKey
                    .get()
                    .get("Name")
                    .filter(name -> !name.isNull())
                    .orElseThrow(() -> resource.invalid(primaryKey.get(), "PrimaryKey.Name is required", ""));
            keyType = attributeType(resource, primaryKey.get());
        }
        MappingNode.Builder properties = MappingNode.builder()
                .put("AttributeDefinitions", one(keyName, "AttributeType", keyType))
                .put("KeySchema", one(keyName, "KeyType", "HASH"));
        if (resource.get("ProvisionedThroughput").isPresent()) {
            properties.copy(resource.properties(), "ProvisionedThroughput");
        } else {
            properties.put("BillingMode", "PAY_PER_REQUEST");
        }
        properties
                .copy(resource.properties(), "PointInTimeRecoverySpecification")
                .copy(resource.properties(), "SSESpecification")
                .copy(resource.properties(), "TableName")
                .put("Tags", new Tags().addAll(resource.get("Tags")).list());
        return List.of(resource.main(resource.logicalId(), "AWS::DynamoDB::Table", properties.build()));
    }

    private static String attributeType(SamResource resource, MappingNode primaryKey) {
        Node written = primaryKey
                .get("Type")
                .orElseThrow(() ->
                        resource.invalid(primaryKey, "PrimaryKey.Type is required", "one of String, Number, Binary"));
        String name = written.asText().orElse("");
        String type = ATTRIBUTE_TYPES.get(name);
        if (type == null) {
            throw resource.invalid(
                    written,
                    "PrimaryKey.Type '%s' is none of String, Number, Binary".formatted(name),
                    NearestName.suggestion(name, ATTRIBUTE_TYPES.keySet()));
        }
        return type;
    }

    private static SequenceNode one(Node keyName, String attribute, String value) {
        return SequenceNode.of(MappingNode.builder()
                .put("AttributeName", keyName)
                .put(attribute, value)
                .build());
    }
}
