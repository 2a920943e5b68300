package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CanonicalJson;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.ContentLocation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a state machine does: {@code Definition} as text, or {@code DefinitionUri} as an object in S3. */
final class StateMachineDefinition {

    private static final String SUBSTITUTIONS = "DefinitionSubstitutions";

    private StateMachineDefinition() {}

    static void put(TransformContext context, SamResource stateMachine, MappingNode.Builder properties) {
        Optional<Node> definition = GivenProperty.of(stateMachine, "Definition");
        Optional<Node> uri = GivenProperty.of(stateMachine, "DefinitionUri");
        if (definition.isPresent() == uri.isPresent()) {
            throw stateMachine.invalid(
                    uri.isPresent()
                            ? "Definition and DefinitionUri are both set"
                            : "Definition or DefinitionUri is missing",
                    "set one of the two");
        }
        uri.ifPresent(value -> properties
                .put(
                        "DefinitionS3Location",
                        new ContentLocation(context).ofDefinition(stateMachine, "DefinitionUri", value))
                .put(SUBSTITUTIONS, GivenProperty.of(stateMachine, SUBSTITUTIONS)));
        definition.ifPresent(value -> putText(stateMachine, value, properties));
    }

    private static void putText(SamResource stateMachine, Node definition, MappingNode.Builder properties) {
        MappingNode mapping = definition
                .asMapping()
                .orElseThrow(() -> stateMachine.invalid(
                        definition, "Definition must be a mapping, this is " + definition.kindName(), ""));
        DefinitionSubstitution substitution = new DefinitionSubstitution();
        Map<String, Node> substituted = new LinkedHashMap<>();
        new TreeMap<>(mapping.entries()).forEach((key, value) -> substituted.put(key, value.accept(substitution)));
        String text = CanonicalJson.indented(MappingNode.of(substituted));
        properties.put(
                "DefinitionString",
                Intrinsic.join("\n", text.lines().map(ScalarNode::string).toArray(Node[]::new)));
        Map<String, Node> values = new LinkedHashMap<>();
        stateMachine
                .get(SUBSTITUTIONS)
                .flatMap(Node::asMapping)
                .map(MappingNode::entries)
                .ifPresent(values::putAll);
        values.putAll(substitution.values());
        if (!values.isEmpty()) {
            properties.put(SUBSTITUTIONS, MappingNode.of(values));
        }
    }
}
