package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;

/** {@code Fn::If}, {@code Fn::Equals}, {@code Fn::And}, {@code Fn::Or}, {@code Fn::Not} and {@code Condition}. */
final class ConditionFunctions {

    private static final int MAX_OPERANDS = 10;

    private final Conditions conditions;

    ConditionFunctions(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Only the chosen branch is looked at. */
    Answer choose(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.written(call, in, 3, 3, "the name of a condition and two values");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        List<Node> items = arguments.get();
        Truth truth = items.get(0) instanceof ScalarNode name && name.isString()
                ? conditions.named(name.text(), name.mark(), in)
                : conditions.of(items.get(0), in);
        return truth.known().map(value -> in.evaluate(items.get(value ? 1 : 2))).orElse(Evaluation.open(call));
    }

    /** Scalars are compared as text, as CloudFormation does: {@code "true"} equals {@code true}. */
    static Answer equal(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.of(call, in, 2, 2, "two values");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        Node left = arguments.get().get(0);
        Node right = arguments.get().get(1);
        boolean scalars = left instanceof ScalarNode && right instanceof ScalarNode;
        return truth(call, Truth.of(scalars ? left.asText().equals(right.asText()) : left.equals(right)));
    }

    Answer and(Intrinsic call, Evaluation in) {
        return combined(call, Truth.FALSE, in);
    }

    Answer or(Intrinsic call, Evaluation in) {
        return combined(call, Truth.TRUE, in);
    }

    /** One operand that is {@code decisive} decides, also when others are unknown. */
    private Answer combined(Intrinsic call, Truth decisive, Evaluation in) {
        Optional<List<Node>> operands = Arguments.written(call, in, 2, MAX_OPERANDS, "2 to 10 conditions");
        if (operands.isEmpty()) {
            return Evaluation.open(call);
        }
        Evaluation side = in.fork();
        boolean decided = false;
        boolean unknown = false;
        for (Node operand : operands.get()) {
            Truth truth = conditions.of(operand, side);
            decided |= truth == decisive;
            unknown |= truth == Truth.UNKNOWN;
        }
        if (decided) {
            in.absorbErrors(side);
            return truth(call, decisive);
        }
        in.absorb(side);
        return truth(call, unknown ? Truth.UNKNOWN : decisive.negated());
    }

    Answer not(Intrinsic call, Evaluation in) {
        Optional<List<Node>> operands = Arguments.written(call, in, 1, 1, "a list of one condition");
        return operands.map(items -> truth(call, conditions.of(items.get(0), in).negated()))
                .orElse(Evaluation.open(call));
    }

    Answer condition(Intrinsic call, Evaluation in) {
        return truth(call, conditions.of(call.node(), in));
    }

    private static Answer truth(Intrinsic call, Truth truth) {
        return truth.known()
                .<Answer>map(value ->
                        new Answer.Known(ScalarNode.bool(value, call.node().mark())))
                .orElse(Evaluation.open(call));
    }
}
