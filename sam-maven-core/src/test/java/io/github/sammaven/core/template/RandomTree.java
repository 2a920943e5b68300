package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees that no person would write, the same ones for the same seed. */
final class RandomTree {

    private static final List<String> PIECES = List.of(
            "a", "B", "Résumé", "名", "😀", " ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ", "#", " #", "-", "- ", "'",
            "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "=", "~", "<<", "---",
            "...", "0", "7", "1.5", "_", "+", "true", "null", "y", "${A}", "\u0007", "\u0085", "\u00a0", "\u2028",
            "\ufeff", "/");
    private static final List<String> FUNCTIONS = List.of(
            "Ref", "Condition", "Fn::GetAtt", "Fn::Sub", "Fn::If", "Fn::Base64", "Fn::Other", "Fn::", "Fn::a b");
    private static final List<String> NUMBERS = List.of("0", "1", "-17", "123456789012345678901234567890");
    private static final List<String> DECIMALS = List.of("0.5", "-1.0", "3.14", "1.0e+3", "2.5E-7");

    private final Random random;

    RandomTree(long seed) {
        random = new Random(seed);
    }

    MappingNode root() {
        return mapping(0, false);
    }

    private Node node(int depth) {
        int pick = random.nextInt(depth > 5 ? 4 : 9);
        return switch (pick) {
            case 0, 1, 2 -> ScalarNode.string(text(), SourceMark.NONE);
            case 3 -> plain();
            case 4 -> list(depth);
            case 5, 6 -> function(depth);
            default -> mapping(depth, true);
        };
    }

    private Node plain() {
        return switch (random.nextInt(4)) {
            case 0 -> ScalarNode.bool(random.nextBoolean(), SourceMark.NONE);
            case 1 -> ScalarNode.ofNull(SourceMark.NONE);
            case 2 -> new ScalarNode(pick(NUMBERS), ScalarKind.INTEGER, SourceMark.NONE);
            default -> new ScalarNode(pick(DECIMALS), ScalarKind.FLOAT, SourceMark.NONE);
        };
    }

    private Node list(int depth) {
        List<Node> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(node(depth + 1));
        }
        return new SequenceNode(items, SourceMark.NONE);
    }

    private Node function(int depth) {
        MappingNode.Builder call = MappingNode.builder(SourceMark.NONE);
        call.put(pick(FUNCTIONS), SourceMark.NONE, node(depth + 1));
        if (random.nextInt(4) > 0) {
            call.shortTag();
        }
        return call.build();
    }

    private MappingNode mapping(int depth, boolean mayBeEmpty) {
        MappingNode.Builder entries = MappingNode.builder(SourceMark.NONE);
        for (int i = random.nextInt(5) + (mayBeEmpty ? 0 : 1); i > 0; i--) {
            entries.put(random.nextInt(50) == 0 ? "k".repeat(1500) : text(), SourceMark.NONE, node(depth + 1));
        }
        return entries.build();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
