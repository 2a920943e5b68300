package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;

/** The argument lists of intrinsic functions. */
final class Arguments {

    private Arguments() {}

    /**
     * The arguments as they are written.
     *
     * @param form what the function takes, for the message when it is something else
     */
    static Optional<List<Node>> written(Intrinsic call, Evaluation in, int least, int most, String form) {
        Optional<List<Node>> items = call.argument()
                .asSequence()
                .map(SequenceNode::items)
                .filter(list -> list.size() >= least && list.size() <= most);
        if (items.isEmpty()) {
            in.error(call, call.name() + " takes " + form, "");
        }
        return items;
    }

    /** The arguments' values; empty if one of them is unknown or there are too few or too many. */
    static Optional<List<Node>> of(Intrinsic call, Evaluation in, int least, int most, String form) {
        Optional<List<Node>> written = written(call, in, least, most, form);
        Optional<List<Node>> values = written.flatMap(items ->
                        in.known(new SequenceNode(items, call.argument().mark())))
                .flatMap(Node::asSequence)
                .map(SequenceNode::items);
        if (values.isPresent() && values.get().size() < written.orElseThrow().size()) {
            in.error(call, call.name() + " cannot take AWS::NoValue as an argument", "");
            return Optional.empty();
        }
        return values;
    }
}
