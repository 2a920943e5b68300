package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the values of parameters into expressions: those given, else defaults, and {@code AWS::Region} and {@code
 * AWS::Partition}. No other function is evaluated but {@code Fn::FindInMap}, where asked for.
 */
public final class ParameterSubstitution {

    /** A value with this prefix is an expression in disguise and not known yet. */
    private static final String UNKNOWN_PREFIX = "{{IntrinsicFunction:";

    private final Map<String, Node> values = new HashMap<>();
    private final IntrinsicRewriter parameters = new IntrinsicRewriter(this::parameter);
    private final IntrinsicRewriter mappings;

    public ParameterSubstitution(Template template, Map<String, String> given, String region) {
        given.forEach((name, value) -> values.put(name, ScalarNode.string(value)));
        ParameterDeclaration.of(template)
                .forEach((name, declaration) ->
                        declaration.body().get("Default").ifPresent(value -> values.putIfAbsent(name, value)));
        values.putIfAbsent("AWS::Region", ScalarNode.string(region));
        values.putIfAbsent(
                "AWS::Partition", ScalarNode.string(Partition.of(region).name()));
        values.values().removeIf(ParameterSubstitution::isUnknown);
        mappings = new IntrinsicRewriter(new MappingLookup(template)::value);
    }

    /**
     * Replaces {@code Ref} and <code>${name}</code> of parameters that have a value, at every depth. {@code Fn::Sub} stays
     * a function, and variables of its own do not hide parameters.
     *
     * @return the same instance if nothing changes
     * @throws InvalidResourceException on the template, if {@code Fn::Sub} would put in what is no string
     */
    public Node resolve(Node node) {
        return parameters.rewrite(node);
    }

    /**
     * As {@link #resolve(Node)}, and then replaces {@code Fn::FindInMap} whose keys are plain strings by the value they
     * lead to; one that leads nowhere stays.
     *
     * @throws InvalidResourceException on the template, also if a {@code Fn::FindInMap} has not three operands or names
     *     a mapping that has not two levels
     */
    public Node resolveWithMappings(Node node) {
        return mappings.rewrite(resolve(node));
    }

    private Node parameter(Intrinsic function) {
        if (function.is(Intrinsic.REF)) {
            return reference(function);
        }
        return function.is(Intrinsic.SUB)
                ? SubPlaceholders.replace(function, name -> text(name, function))
                : function.node();
    }

    private Node reference(Intrinsic ref) {
        if (!(ref.argument() instanceof ScalarNode name) || !name.isString()) {
            return ref.node();
        }
        Node value = values.get(name.text());
        if (value == null) {
            return ref.node();
        }
        return value instanceof ScalarNode scalar
                ? new ScalarNode(scalar.text(), scalar.kind(), ref.node().mark())
                : value;
    }

    private Optional<String> text(String name, Intrinsic sub) {
        Node value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            return Optional.of(scalar.text());
        }
        throw InvalidResourceException.ofTemplate(
                sub.argument().mark(),
                "Fn::Sub puts in parameter '" + name + "', whose default is " + value.kindName() + ", not a string",
                "quote the default value of '" + name + "'");
    }

    private static boolean isUnknown(Node value) {
        return value instanceof ScalarNode scalar
                && scalar.isString()
                && scalar.text().startsWith(UNKNOWN_PREFIX);
    }

    /** Values in the section {@code Mappings}. */
    private record MappingLookup(Template template) {

        Node value(Intrinsic function) {
            if (!function.is(Intrinsic.FIND_IN_MAP)) {
                return function.node();
            }
            var operands = function.argument().asSequence().orElse(null);
            if (operands == null || operands.items().size() != 3) {
                throw InvalidResourceException.ofTemplate(
                        function.argument().mark(),
                        "Fn::FindInMap needs three operands here: map name, top-level key, second-level key",
                        "give exactly these three");
            }
            String[] keys = new String[3];
            for (int index = 0; index < keys.length; index++) {
                if (!(operands.items().get(index) instanceof ScalarNode key) || !key.isString()) {
                    return function.node();
                }
                keys[index] = key.text();
            }
            Node mapping = template.section("Mappings").get(keys[0]);
            if (mapping == null) {
                return function.node();
            }
            return child(mapping, keys[1], keys[0])
                    .flatMap(level -> child(level, keys[2], keys[0]))
                    .orElse(function.node());
        }

        private static Optional<Node> child(Node level, String key, String mappingName) {
            if (level instanceof MappingNode mapping) {
                return mapping.get(key);
            }
            throw InvalidResourceException.ofTemplate(
                    level.mark(),
                    "mapping '" + mappingName + "' is read by Fn::FindInMap and has not two levels of keys",
                    "write it as name: {top-level key: {second-level key: value}}");
        }
    }
}
