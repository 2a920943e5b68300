package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The <code>${name}</code> in the text of an {@code Fn::Sub} that the transform looks at: names of letters, digits and
 * dots, and {@code AWS::} followed by letters and digits. Names with underscores are not among them.
 */
final class SubPlaceholders {

    private static final String PSEUDO = "AWS::";

    private SubPlaceholders() {}

    /**
     * Puts {@code replacement} of a name in the place of its whole placeholder, in the string and in the list form.
     *
     * @return the function's own node if nothing changes
     */
    static Node replace(Intrinsic sub, Function<String, Optional<String>> replacement) {
        Node argument = sub.argument();
        if (argument instanceof SequenceNode list && !list.items().isEmpty()) {
            Node first = list.items().get(0);
            Node text = replaceText(first, replacement);
            if (text == first) {
                return sub.node();
            }
            List<Node> items = new ArrayList<>(list.items());
            items.set(0, text);
            return sub.node().with(Intrinsic.SUB, new SequenceNode(items, list.mark()));
        }
        Node text = replaceText(argument, replacement);
        return text == argument ? sub.node() : sub.node().with(Intrinsic.SUB, text);
    }

    private static Node replaceText(Node node, Function<String, Optional<String>> replacement) {
        if (!(node instanceof ScalarNode scalar) || !scalar.isString()) {
            return node;
        }
        String text = replace(scalar.text(), replacement);
        return text.equals(scalar.text()) ? node : ScalarNode.string(text, scalar.mark());
    }

    private static String replace(String text, Function<String, Optional<String>> replacement) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        int done = 0;
        while (open >= 0) {
            int end = endOfName(text, open + 2);
            if (end < text.length() && end > open + 2 && text.charAt(end) == '}') {
                Optional<String> value = replacement.apply(text.substring(open + 2, end));
                if (value.isPresent()) {
                    result.append(text, done, open).append(value.get());
                    done = end + 1;
                }
            }
            open = text.indexOf("${", end);
        }
        return result.append(text, done, text.length()).toString();
    }

    private static int endOfName(String text, int start) {
        boolean pseudo = text.startsWith(PSEUDO, start);
        int end = pseudo ? start + PSEUDO.length() : start;
        while (end < text.length() && isNameCharacter(text.charAt(end), pseudo)) {
            end++;
        }
        return end;
    }

    private static boolean isNameCharacter(char character, boolean pseudo) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '.' && !pseudo;
    }
}
