package io.github.sammaven.core.template;

import java.util.Optional;
import java.util.stream.Collectors;

/** {@code Ref}, {@code Fn::GetAtt} and {@code Fn::ImportValue}. */
final class ReferenceFunctions {

    private final References references;
    private final LocalValues local;

    ReferenceFunctions(References references, LocalValues local) {
        this.references = references;
        this.local = local;
    }

    Answer ref(Intrinsic call, Evaluation in) {
        Optional<String> name = call.argument().asText();
        return name.isPresent()
                ? in.answer(references.named(name.get(), in), call, () -> ExpressionText.of(call))
                : in.error(call, "Ref takes a name, this is " + call.argument().kindName(), "");
    }

    Answer getAtt(Intrinsic call, Evaluation in) {
        Answer argument = in.evaluate(call.argument());
        if (!(argument instanceof Answer.Known known)) {
            return Evaluation.open(call);
        }
        Optional<String> path = path(known.value());
        return path.isPresent()
                ? in.answer(references.attribute(path.get(), in), call, () -> ExpressionText.of(call))
                : in.error(call, "Fn::GetAtt takes a logical id and an attribute", "write !GetAtt Resource.Attribute");
    }

    private static Optional<String> path(Node argument) {
        if (argument instanceof SequenceNode list) {
            boolean allText = !list.items().isEmpty()
                    && list.items().stream().allMatch(item -> item.asText().isPresent());
            return allText
                    ? Optional.of(list.items().stream()
                            .map(item -> item.asText().orElseThrow())
                            .collect(Collectors.joining(".")))
                    : Optional.empty();
        }
        return argument.asText();
    }

    Answer importValue(Intrinsic call, Evaluation in) {
        Optional<Node> argument = in.known(call.argument());
        if (argument.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<String> name = argument.get().asText();
        if (name.isEmpty()) {
            return in.error(call, "Fn::ImportValue takes the name of an export", "");
        }
        String value = local.exports().get(name.get());
        return value == null
                ? in.unknown(call, "it is exported by another stack")
                : new Answer.Known(ScalarNode.string(value, call.node().mark()));
    }
}
