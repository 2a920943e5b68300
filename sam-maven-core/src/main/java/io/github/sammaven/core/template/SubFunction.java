package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SubText.Escaped;
import io.github.sammaven.core.template.SubText.Literal;
import io.github.sammaven.core.template.SubText.Part;
import io.github.sammaven.core.template.SubText.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Fn::Sub}. Values are put in once; what they contain is never looked up again. */
final class SubFunction implements IntrinsicFunction {

    private static final String FORM = "write !Sub \"text\", or [\"text\", {Name: value}]";

    private final References references;

    SubFunction(References references) {
        this.references = references;
    }

    @Override
    public Answer apply(Intrinsic call, Evaluation in) {
        List<Node> arguments =
                call.argument().asSequence().map(SequenceNode::items).orElse(List.of(call.argument()));
        Optional<String> text =
                arguments.isEmpty() ? Optional.empty() : arguments.get(0).asText();
        if (text.isEmpty() || arguments.size() > 2) {
            return in.error(call, "Fn::Sub takes a text, and a mapping of its variables", FORM);
        }
        if (arguments.size() == 1) {
            return substitute(SubText.parse(text.get()), Map.of(), call, in);
        }
        return arguments.get(1) instanceof MappingNode own
                ? substitute(SubText.parse(text.get()), answers(own, in), call, in)
                : in.error(call, "the second argument of Fn::Sub must be a mapping", FORM);
    }

    private static Map<String, Answer> answers(MappingNode variables, Evaluation in) {
        Map<String, Answer> answers = new HashMap<>();
        variables.entries().forEach((name, value) -> answers.put(name, in.evaluate(value)));
        return answers;
    }

    private Answer substitute(SubText text, Map<String, Answer> own, Intrinsic call, Evaluation in) {
        List<String> pieces = new ArrayList<>();
        boolean open = false;
        for (Part part : text.parts()) {
            if (part instanceof Literal literal) {
                pieces.add(literal.text());
            } else if (part instanceof Escaped escaped) {
                pieces.add(escaped.text());
            } else if (part instanceof Variable variable) {
                Optional<String> value = value(variable, own, call, in);
                open |= value.isEmpty();
                pieces.add(value.orElse(""));
            }
        }
        return open ? Evaluation.open(call) : in.text(call, pieces, "");
    }

    private Optional<String> value(Variable variable, Map<String, Answer> own, Intrinsic call, Evaluation in) {
        if (!variable.isWellFormed()) {
            in.error(
                    call,
                    "Fn::Sub cannot take the name '" + variable.name() + "'",
                    "names have letters, digits, underscores, periods and colons; write ${!name} for a literal ${name}");
            return Optional.empty();
        }
        Answer answer = own.get(variable.name());
        if (answer == null) {
            answer = in.answer(lookUp(variable, in), call, () -> "${" + variable.name() + "}");
        }
        if (answer instanceof Answer.Removed) {
            return Optional.of("");
        }
        if (!(answer instanceof Answer.Known known)) {
            return Optional.empty();
        }
        Optional<String> value = known.value().asText();
        if (value.isEmpty()) {
            in.error(
                    call,
                    "${" + variable.name() + "} in Fn::Sub is " + known.value().kindName() + ", not text",
                    known.value() instanceof SequenceNode ? "make one text of it with Fn::Join" : "");
        }
        return value;
    }

    private Lookup lookUp(Variable variable, Evaluation in) {
        return variable.attribute().isPresent()
                ? references.attribute(variable.name(), in)
                : references.named(variable.name(), in);
    }
}
