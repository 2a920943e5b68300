package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.ParameterSubstitution;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code SchemaRegistryConfig} of a Kafka event: where the schemas of records are. */
final class SchemaRegistry {

    private static final Set<String> FORMATS = Set.of("JSON", "SOURCE");
    private static final String REGISTRY = ":registry/";

    private final FunctionEvent event;
    private final ParameterSubstitution parameters;

    SchemaRegistry(FunctionEvent event, ParameterSubstitution parameters) {
        this.event = event;
        this.parameters = parameters;
    }

    /** What the function's role needs to read it; nothing if there is none. */
    List<Node> statements() {
        return event.given("SchemaRegistryConfig")
                .map(this::checked)
                .map(this::statements)
                .orElse(List.of());
    }

    private MappingNode checked(Node node) {
        MappingNode config = node.asMapping()
                .orElseThrow(() ->
                        event.invalid(node, "SchemaRegistryConfig must be a mapping, this is " + node.kindName(), ""));
        required(config, "SchemaRegistryURI");
        Node format = required(config, "EventRecordFormat");
        boolean isFunction = Intrinsic.of(format).isPresent();
        if (!isFunction && format.asText().filter(FORMATS::contains).isEmpty()) {
            throw event.invalid(format, "SchemaRegistryConfig.EventRecordFormat must be JSON or SOURCE", "");
        }
        Node validations = required(config, "SchemaValidationConfigs");
        if (validations.asSequence().isEmpty()) {
            throw event.invalid(validations, "SchemaRegistryConfig.SchemaValidationConfigs must be a list", "");
        }
        return config;
    }

    private Node required(MappingNode config, String name) {
        return config.get(name)
                .filter(value -> !value.isNull())
                .orElseThrow(() -> event.invalid(config, "SchemaRegistryConfig needs " + name, ""));
    }

    private List<Node> statements(MappingNode config) {
        List<Node> statements = new ArrayList<>();
        config.get("AccessConfigs").filter(value -> !value.isNull()).ifPresent(access -> access.asSequence()
                .map(SequenceNode::items)
                .orElseThrow(() -> event.invalid(access, "SchemaRegistryConfig.AccessConfigs must be a list", ""))
                .forEach(entry -> statements.add(SourceAccess.readingSecret(secret(entry)))));
        Node uri = required(config, "SchemaRegistryURI");
        glueRegistry(uri).ifPresent(name -> {
            statements.add(PolicyDocument.allow(SequenceNode.ofTexts("glue:GetRegistry"), uri));
            statements.add(PolicyDocument.allow(
                    SequenceNode.ofTexts("glue:GetSchemaVersion"),
                    SequenceNode.of(Intrinsic.sub(
                            "arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/" + name + "/*"))));
        });
        return statements;
    }

    private Node secret(Node entry) {
        MappingNode mapping = entry.asMapping()
                .orElseThrow(() -> event.invalid(
                        entry,
                        "SchemaRegistryConfig.AccessConfigs must hold mappings, this is " + entry.kindName(),
                        ""));
        if (mapping.get("Type").filter(value -> !value.isNull()).isEmpty()) {
            throw event.invalid(mapping, "SchemaRegistryConfig.AccessConfigs: an entry needs a Type", "");
        }
        return mapping.get("URI")
                .filter(value -> !value.isNull())
                .orElseThrow(
                        () -> event.invalid(mapping, "SchemaRegistryConfig.AccessConfigs: an entry needs a URI", ""));
    }

    /** The name of the registry, if it is one of Glue. */
    private Optional<String> glueRegistry(Node uri) {
        Node known = parameters.resolve(uri);
        String text = Intrinsic.of(known)
                .filter(function -> function.is(Intrinsic.SUB))
                .map(Intrinsic::argument)
                .orElse(known)
                .asScalar()
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElse("");
        int at = text.indexOf(REGISTRY);
        boolean glue = text.startsWith("arn:") && text.contains(":glue:") && at > 0 && !text.contains("${");
        return glue ? Optional.of(text.substring(at + REGISTRY.length())) : Optional.empty();
    }
}
