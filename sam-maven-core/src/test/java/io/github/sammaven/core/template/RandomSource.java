package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** YAML texts in many styles, the same ones for the same seed. */
final class RandomSource {

    private static final List<String> SCALARS = List.of(
            "plain",
            "two words",
            "'single'",
            "\"dou\\\"ble\"",
            "3",
            "true",
            "0123",
            "!Ref A",
            "!GetAtt A.B",
            "!Sub \"${A}-x\"",
            "arn:aws:s3:::b",
            "\"😀 \\u00e9\"",
            "{a: 1, b: [x, y]}",
            "[x, {y: 1}, \"z\" ]",
            "{}",
            "[]",
            "",
            "~");
    private static final List<String> COMMENTS = List.of("", "", "", " # why", "\t# tab", "   ");

    private final Random random;
    private final int step;
    private final int listStep;
    private final StringBuilder text = new StringBuilder();
    private final List<String> anchors = new ArrayList<>();
    private int names;

    RandomSource(long seed) {
        random = new Random(seed);
        step = 1 + random.nextInt(4);
        listStep = random.nextInt(step + 1);
    }

    String text() {
        mapping(0, 0, false);
        String body = random.nextInt(4) == 0 ? "---\n" + text + "...\n" : text.toString();
        String ends = random.nextInt(3) == 0 ? body.replace("\n", "\r\n") : body;
        return (random.nextInt(4) == 0 ? "\uFEFF" : "") + ends;
    }

    private void mapping(int indent, int depth, boolean inLine) {
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            if (i > 0 || !inLine) {
                noise(indent);
                text.append(" ".repeat(indent));
            }
            text.append(random.nextInt(6) == 0 ? "'K" + names++ + "'" : "K" + names++)
                    .append(':');
            value(indent, depth, false);
        }
    }

    private void list(int indent, int depth, boolean inLine) {
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            if (i > 0 || !inLine) {
                noise(indent);
                text.append(" ".repeat(indent));
            }
            text.append('-');
            value(indent, depth, true);
        }
    }

    private void value(int indent, int depth, boolean item) {
        switch (random.nextInt(depth > 4 ? 6 : 11)) {
            case 0 -> literal(indent);
            case 1 -> flowLines(indent);
            case 2 ->
                text.append(anchors.isEmpty() ? " x" : " *" + pick(anchors))
                        .append(comment())
                        .append('\n');
            case 6, 7 -> collection(indent, depth, item, false);
            case 8, 9, 10 -> collection(indent, depth, item, true);
            default -> text.append(' ').append(pick(SCALARS)).append(comment()).append('\n');
        }
    }

    private void collection(int indent, int depth, boolean item, boolean mapping) {
        boolean inLine = item && random.nextInt(4) > 0;
        int pick = random.nextInt(8);
        String anchor = "a" + names++;
        if (inLine) {
            text.append(' ');
        } else {
            text.append(pick == 0 ? " !Fn" : "")
                    .append(pick == 1 ? " &" + anchor : "")
                    .append(comment())
                    .append('\n');
        }
        int below = indent + (inLine ? 2 : mapping || item || pick == 0 ? step : listStep);
        if (mapping) {
            mapping(below, depth + 1, inLine);
        } else {
            list(below, depth + 1, inLine);
        }
        if (!inLine && pick == 1) {
            anchors.add(anchor);
        }
    }

    private void literal(int indent) {
        String margin = " ".repeat(indent + step);
        text.append(pick(List.of(" |", " |-", " |+", " >", " !Sub |")))
                .append(comment())
                .append('\n');
        text.append(margin).append("one\n\n").append(margin).append("  two # no comment\n");
        text.append(random.nextInt(3) == 0 ? "\n" : "");
    }

    private void flowLines(int indent) {
        String margin = " ".repeat(indent + step);
        text.append(pick(List.of(" [", " &f [")));
        text.append(" # open\n")
                .append(margin)
                .append("one, # 1\n")
                .append(margin)
                .append("{a: b}");
        text.append(pick(List.of("", ",", ", # 2")))
                .append('\n')
                .append(" ".repeat(indent + 1))
                .append("]\n");
    }

    private void noise(int indent) {
        if (random.nextInt(5) == 0) {
            text.append(pick(List.of("\n", "\n\n", " ".repeat(indent) + "# above\n", "# far left\n")));
        }
    }

    private String comment() {
        return pick(COMMENTS);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
