package io.github.sammaven.core.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Fn::Cidr}: cuts a block of addresses into equal parts. */
final class CidrFunction {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final int MAX_BLOCKS = 256;
    private static final int DEFAULT_BITS = 8;

    private CidrFunction() {}

    static Answer apply(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.of(call, in, 2, 3, "a block, a count and the number of host bits");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<AddressBlock> block = arguments.get().get(0).asText().flatMap(AddressBlock::parse);
        Optional<Integer> count = number(arguments.get().get(1));
        Optional<Integer> bits =
                arguments.get().size() == 3 ? number(arguments.get().get(2)) : Optional.of(DEFAULT_BITS);
        if (block.isEmpty() || count.isEmpty() || bits.isEmpty()) {
            return in.error(
                    call,
                    "Fn::Cidr takes a block, a count and the number of host bits",
                    "write !Cidr [10.0.0.0/16, 4, 8]");
        }
        return blocks(call, block.get(), count.get(), bits.get(), in);
    }

    private static Answer blocks(Intrinsic call, AddressBlock block, int count, int hostBits, Evaluation in) {
        int prefix = block.addressBits() - hostBits;
        if (count < 1 || count > MAX_BLOCKS) {
            return in.error(call, "Fn::Cidr makes 1 to " + MAX_BLOCKS + " blocks, " + count + " are asked for", "");
        }
        if (hostBits < 1
                || prefix < block.prefix()
                || BigInteger.ONE.shiftLeft(prefix - block.prefix()).compareTo(BigInteger.valueOf(count)) < 0) {
            return in.error(
                    call,
                    "Fn::Cidr: " + count + " blocks of " + hostBits + " host bits do not fit into " + block,
                    "ask for fewer or smaller blocks");
        }
        List<Node> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(ScalarNode.string(
                    block.part(i, prefix).toString(), call.node().mark()));
        }
        return new Answer.Known(new SequenceNode(blocks, call.node().mark()));
    }

    private static Optional<Integer> number(Node node) {
        return node.asText().filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
    }
}
