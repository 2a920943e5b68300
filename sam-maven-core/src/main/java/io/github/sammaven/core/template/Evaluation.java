package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One walk over a part of the template; collects what is unknown and what is wrong. Each finding is kept once. */
final class Evaluation implements NodeVisitor<Answer> {

    /** References chain through names and conditions, so that one walk can go deeper than any tree. */
    private static final int MAX_DEPTH = 500;

    /** A step to another part of the template takes as much stack as this many levels of a tree. */
    private static final int STEP_DEPTH = 6;

    /** CloudFormation takes no template of more than 1 MB, so no text in it can be longer. */
    private static final int MAX_TEXT = 1 << 20;

    private final Map<String, IntrinsicFunction> functions;
    private final Set<Unresolved> unknown = new LinkedHashSet<>();
    private final Set<Problem> errors = new LinkedHashSet<>();
    private int depth;

    private Evaluation(Map<String, IntrinsicFunction> functions, int depth) {
        this.functions = functions;
        this.depth = depth;
    }

    Evaluation(Map<String, IntrinsicFunction> functions) {
        this(functions, 0);
    }

    /** An evaluation of a side issue, whose findings may be dropped or {@linkplain #absorb absorbed}. */
    Evaluation fork() {
        return new Evaluation(functions, depth + STEP_DEPTH);
    }

    void absorb(Evaluation other) {
        unknown.addAll(other.unknown);
        errors.addAll(other.errors);
    }

    void absorbErrors(Evaluation other) {
        errors.addAll(other.errors);
    }

    Resolution resolve(Node node) {
        Answer answer = evaluate(node);
        return new Resolution(remaining(answer, node), List.copyOf(unknown), List.copyOf(errors));
    }

    private static Node remaining(Answer answer, Node original) {
        if (answer instanceof Answer.Known known) {
            return known.value();
        }
        return answer instanceof Answer.Open open ? open.value() : ScalarNode.ofNull(original.mark());
    }

    Answer evaluate(Node node) {
        if (depth >= MAX_DEPTH) {
            errors.add(Problem.error(
                    node.mark(), "the references that lead here are chained too deep", "shorten the chain"));
            return new Answer.Open(node);
        }
        depth++;
        try {
            return node.accept(this);
        } finally {
            depth--;
        }
    }

    /** The value of {@code node} if all of it is known. */
    Optional<Node> known(Node node) {
        return evaluate(node) instanceof Answer.Known known ? Optional.of(known.value()) : Optional.empty();
    }

    @Override
    public Answer scalar(ScalarNode node) {
        return new Answer.Known(node);
    }

    @Override
    public Answer sequence(SequenceNode node) {
        List<Node> items = new ArrayList<>(node.items().size());
        boolean open = false;
        for (Node item : node.items()) {
            Answer answer = evaluate(item);
            open |= answer instanceof Answer.Open;
            if (!(answer instanceof Answer.Removed)) {
                items.add(remaining(answer, item));
            }
        }
        return answer(new SequenceNode(items, node.mark()), open);
    }

    @Override
    public Answer mapping(MappingNode node) {
        Optional<Intrinsic> intrinsic = Intrinsic.of(node).filter(Evaluation::isCall);
        if (intrinsic.isPresent()) {
            return call(intrinsic.get());
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        boolean open = false;
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            Answer answer = isMisplaced(entry.getKey())
                    ? misplaced(entry.getKey(), node, entry.getValue())
                    : evaluate(entry.getValue());
            open |= answer instanceof Answer.Open;
            if (!(answer instanceof Answer.Removed)) {
                entries.put(entry.getKey(), remaining(answer, entry.getValue()));
            }
        }
        return answer(node.withEntries(entries), open);
    }

    /** {@code Condition: X} alone in a mapping is a property of that name, unless a tag says that it is the function. */
    private static boolean isCall(Intrinsic intrinsic) {
        return !intrinsic.is(Intrinsic.CONDITION) || intrinsic.node().isShortTag();
    }

    private static boolean isMisplaced(String key) {
        return key.startsWith("Fn::");
    }

    /** Only what rewrites its surroundings may stand beside other keys. */
    private Answer misplaced(String name, MappingNode node, Node argument) {
        if (name.equals("Fn::Transform") || name.startsWith("Fn::ForEach::")) {
            unknown.add(new Unresolved(node.keyMark(name), name, "CloudFormation expands it during deployment"));
        } else {
            errors.add(Problem.error(
                    node.keyMark(name),
                    name + " must be the only key of its mapping",
                    "move the other keys out, or into its argument"));
        }
        return new Answer.Open(argument);
    }

    private Answer call(Intrinsic call) {
        if (call.name().startsWith("Fn::ForEach::")) {
            return unknown(call, "CloudFormation expands it during deployment");
        }
        IntrinsicFunction function = functions.get(call.name());
        return function == null
                ? error(
                        call,
                        "there is no function " + call.name(),
                        NearestName.suggestion(call.name(), functions.keySet()))
                : function.apply(call, this);
    }

    private static Answer answer(Node value, boolean open) {
        return open ? new Answer.Open(value) : new Answer.Known(value);
    }

    Answer unknown(Intrinsic call, String reason) {
        return unknown(call, ExpressionText.of(call), reason);
    }

    private Answer unknown(Intrinsic call, String expression, String reason) {
        unknown.add(new Unresolved(call.node().mark(), expression, reason));
        return open(call);
    }

    Answer error(Intrinsic call, String message, String suggestion) {
        return error(call, call.node().mark(), message, suggestion);
    }

    Answer error(Intrinsic call, SourceMark mark, String message, String suggestion) {
        errors.add(Problem.error(mark, message, suggestion));
        return open(call);
    }

    /** The call stays as it is written; why has been noted. */
    static Answer open(Intrinsic call) {
        return new Answer.Open(call.node());
    }

    Answer text(Intrinsic call, String value) {
        return value.length() > MAX_TEXT
                ? error(call, call.name() + " gives a text of more than 1 MB", "no template can hold it")
                : new Answer.Known(ScalarNode.string(value, call.node().mark()));
    }

    /** As {@link #text}, for a text that is put together: stops as soon as it is too long. */
    Answer text(Intrinsic call, List<String> pieces, String delimiter) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pieces.size() && all.length() <= MAX_TEXT; i++) {
            all.append(i == 0 ? "" : delimiter).append(pieces.get(i));
        }
        return text(call, all.toString());
    }

    /** What was looked up for {@code call}, noted under {@code expression} if it is unknown or wrong. */
    Answer answer(Lookup lookup, Intrinsic call, Supplier<String> expression) {
        if (lookup instanceof Lookup.Found found) {
            return new Answer.Known(found.value());
        }
        if (lookup instanceof Lookup.Unknown missing) {
            return unknown(call, expression.get(), missing.reason());
        }
        if (lookup instanceof Lookup.Wrong wrong) {
            return error(call, expression.get() + " " + wrong.message(), wrong.suggestion());
        }
        return new Answer.Removed();
    }

    void add(Problem error) {
        errors.add(error);
    }
}
