package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees with intrinsic functions in them, well formed and broken; the same ones for the same seed. */
final class RandomExpressions {

    private final Random random;

    RandomExpressions(long seed) {
        random = new Random(seed);
    }

    Node next() {
        return tree(0);
    }

    private Node tree(int depth) {
        int choice = random.nextInt(depth > 5 ? 3 : 10);
        return switch (choice) {
            case 0 -> ScalarNode.string(text());
            case 1 -> ScalarNode.integer(random.nextInt(100));
            case 2 -> Intrinsic.ref(name());
            case 3 -> Intrinsic.sub(text());
            case 4 -> MappingNode.of(Intrinsic.SUB, SequenceNode.of(ScalarNode.string(text()), tree(depth + 1)));
            case 5 -> Intrinsic.getAtt(name(), name());
            case 6 -> MappingNode.of(name(), tree(depth + 1));
            case 7 ->
                MappingNode.of(
                        List.of(Intrinsic.REF, Intrinsic.SUB, Intrinsic.GET_ATT).get(random.nextInt(3)),
                        tree(depth + 1));
            case 8 -> SequenceNode.of(children(depth));
            default -> {
                MappingNode.Builder mapping = MappingNode.builder();
                children(depth).forEach(child -> mapping.put(name(), child));
                yield mapping.build();
            }
        };
    }

    private List<Node> children(int depth) {
        List<Node> children = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            children.add(tree(depth + 1));
        }
        return children;
    }

    private String text() {
        return List.of("", "plain", "${" + name() + "}", "a${" + name() + "}b${!" + name() + "}", "${", "${}", "$${x}}")
                .get(random.nextInt(7));
    }

    private String name() {
        return List.of("Queue", "Table.Arn", "AWS::StackName", "Snake_Case", "DependsOn", "x")
                .get(random.nextInt(6));
    }
}
