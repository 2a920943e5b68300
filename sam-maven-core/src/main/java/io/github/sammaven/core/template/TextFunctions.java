package io.github.sammaven.core.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Fn::Join}, {@code Fn::Split}, {@code Fn::Base64} and {@code Fn::ToJsonString}. */
final class TextFunctions {

    private TextFunctions() {}

    static Answer join(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.of(call, in, 2, 2, "a delimiter and a list");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<String> delimiter = arguments.get().get(0).asText();
        Optional<SequenceNode> list = arguments.get().get(1).asSequence();
        if (delimiter.isEmpty() || list.isEmpty()) {
            return in.error(call, "Fn::Join takes a delimiter and a list", "write !Join [\",\", [a, b]]");
        }
        List<String> pieces = new ArrayList<>();
        for (Node item : list.get().items()) {
            Optional<String> piece = item.asText();
            if (piece.isEmpty()) {
                return in.error(call, "Fn::Join joins text, one of its items is " + item.kindName(), "");
            }
            pieces.add(piece.get());
        }
        return in.text(call, pieces, delimiter.get());
    }

    static Answer split(Intrinsic call, Evaluation in) {
        Optional<List<Node>> arguments = Arguments.of(call, in, 2, 2, "a delimiter and a text");
        if (arguments.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<String> delimiter = arguments.get().get(0).asText().filter(text -> !text.isEmpty());
        Optional<String> text = arguments.get().get(1).asText();
        if (delimiter.isEmpty() || text.isEmpty()) {
            return in.error(call, "Fn::Split takes a delimiter and a text", "write !Split [\",\", text]");
        }
        List<Node> items = new ArrayList<>();
        for (String piece : text.get().split(Pattern.quote(delimiter.get()), -1)) {
            items.add(ScalarNode.string(piece, call.node().mark()));
        }
        return new Answer.Known(new SequenceNode(items, call.node().mark()));
    }

    static Answer base64(Intrinsic call, Evaluation in) {
        Optional<Node> argument = in.known(call.argument());
        if (argument.isEmpty()) {
            return Evaluation.open(call);
        }
        Optional<String> text = argument.get().asText();
        return text.isPresent()
                ? in.text(call, Base64.getEncoder().encodeToString(text.get().getBytes(StandardCharsets.UTF_8)))
                : in.error(
                        call, "Fn::Base64 takes text, this is " + argument.get().kindName(), "");
    }

    static Answer toJsonString(Intrinsic call, Evaluation in) {
        Optional<Node> argument = in.known(call.argument());
        if (argument.isEmpty()) {
            return Evaluation.open(call);
        }
        return argument.get() instanceof ScalarNode scalar
                ? in.error(call, "Fn::ToJsonString takes a mapping or a list, this is " + scalar.kindName(), "")
                : in.text(call, JsonTreeWriter.compact(argument.get()));
    }
}
