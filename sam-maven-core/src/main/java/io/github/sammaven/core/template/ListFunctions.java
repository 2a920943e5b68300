package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code Fn::Select}, {@code Fn::Length} and {@code Fn::GetAZs}. */
final class ListFunctions {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    private final LocalValues local;

    ListFunctions(LocalValues local) {
        this.local = local;
    }

    static Answer select(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.written(call, in, 2, 2, "an index and a list");
        Optional<Node> index = arguments.flatMap(list -> in.known(list.get(0)));
        if (index.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<Integer> number = index.get()
                .asText()
                .filter(text -> INDEX.matcher(text).matches())
                .map(Integer::valueOf);
        if (number.isEmpty()) {
            return in.error(call, "the index of Fn::Select must be a whole number from 0", "");
        }
        Node list = arguments.get().get(1);
        return list instanceof SequenceNode literal
                ? selectLazily(call, number.get(), literal.items(), in)
                : selectKnown(call, number.get(), list, in);
    }

    /** Only the chosen item of a list that is written out has to be known. */
    private static Answer selectLazily(Intrinsic call, int index, List<Node> items, Evaluation in) {
        int present = 0;
        for (Node item : items) {
            Evaluation side = in.fork();
            Answer answer = side.evaluate(item);
            in.absorbErrors(side);
            if (answer instanceof Answer.Removed) {
                continue;
            }
            if (present == index) {
                in.absorb(side);
                return answer instanceof Answer.Known ? answer : Evaluation.open(call);
            }
            present++;
        }
        return outOfRange(call, index, present, in);
    }

    private static Answer selectKnown(Intrinsic call, int index, Node list, Evaluation in) {
        Optional<Node> known = in.known(list);
        if (known.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<SequenceNode> items = known.get().asSequence();
        if (items.isEmpty()) {
            return in.error(
                    call,
                    "Fn::Select takes a list, this is " + known.get().kindName(),
                    "make a list of a text with Fn::Split");
        }
        int size = items.get().items().size();
        return index < size ? new Answer.Known(items.get().items().get(index)) : outOfRange(call, index, size, in);
    }

    private static Answer outOfRange(Intrinsic call, int index, int size, Evaluation in) {
        return in.error(
                call,
                "Fn::Select asks for item " + index + ", the list has " + size,
                size == 0 ? "" : "items count from 0, the last is " + (size - 1));
    }

    static Answer length(Intrinsic call, Evaluation in) {
        Optional<Node> argument = in.known(call.argument());
        if (argument.isEmpty()) {
            return Evaluation.open(call);
        }
        return argument.get() instanceof SequenceNode list
                ? new Answer.Known(
                        ScalarNode.integer(list.items().size(), call.node().mark()))
                : in.error(
                        call,
                        "Fn::Length takes a list, this is " + argument.get().kindName(),
                        "");
    }

    /** The first three zones; which zones an account really has only AWS knows. */
    Answer getAzs(Intrinsic call, Evaluation in) {
        Optional<Node> argument = in.known(call.argument());
        if (argument.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<String> text = argument.get().asText();
        if (text.isEmpty() && !argument.get().isNull()) {
            return in.error(call, "Fn::GetAZs takes the name of a region", "");
        }
        String region = text.filter(name -> !name.isEmpty()).orElse(local.region());
        List<Node> zones = Stream.of("a", "b", "c")
                .<Node>map(zone -> ScalarNode.string(region + zone, call.node().mark()))
                .toList();
        return new Answer.Known(new SequenceNode(zones, call.node().mark()));
    }
}
