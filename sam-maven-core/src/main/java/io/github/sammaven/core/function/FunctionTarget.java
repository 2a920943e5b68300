package io.github.sammaven.core.function;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import java.util.Optional;

/** Which function a property points at. */
public final class FunctionTarget {

    private FunctionTarget() {}

    /**
     * The logical id in {@code !Ref F} or {@code !GetAtt F.Arn}, or a name or ARN that is written out; empty for anything
     * else. {@link FunctionCatalog#function} takes it.
     */
    public static Optional<String> in(Node node) {
        Optional<Intrinsic> intrinsic = Intrinsic.of(node);
        if (intrinsic.isEmpty()) {
            return node.asText();
        }
        Node argument = intrinsic.get().argument();
        if (intrinsic.get().is(Intrinsic.REF)) {
            return argument.asText();
        }
        if (!intrinsic.get().is(Intrinsic.GET_ATT)) {
            return Optional.empty();
        }
        return argument.asSequence()
                .flatMap(parts -> parts.items().stream().findFirst())
                .flatMap(Node::asText)
                .or(() -> argument.asText().map(path -> path.split("\\.", 2)[0]));
    }
}
