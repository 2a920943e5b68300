package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.Map;
import java.util.Optional;

/** Which function an address of an integration or authorizer means. */
final class FunctionUri {

    private static final String FUNCTIONS = "/functions/";
    private static final String SUFFIX = "invocations";

    private final StackReading stack;
    private final Map<String, String> stageVariables;

    FunctionUri(StackReading stack, Map<String, String> stageVariables) {
        this.stack = stack;
        this.stageVariables = stageVariables;
    }

    /** The full name of the function; if it is not in the template, which is told, what stands in its place. */
    String function(Section section, String key) {
        Optional<Node> value = section.node(key);
        if (value.isEmpty()) {
            return "";
        }
        Optional<String> text =
                value.get().asText().map(this::withStageVariables).map(FunctionUri::lambda);
        Optional<String> function = text.isPresent()
                ? stack.function(ScalarNode.string(text.get()))
                : new FunctionMention(stack).of(value.get());
        return function.orElseGet(() -> absent(section, key, value.get(), text));
    }

    private String absent(Section section, String key, Node value, Optional<String> text) {
        String place = text.orElseGet(() -> StackReading.expression(value));
        String why = text.isEmpty() && Intrinsic.of(value).isPresent() ? ", " + stack.reason(value) : "";
        section.warn(
                key,
                "the function " + place + " is not in this template" + why,
                "requests that need it are answered with an error");
        return place;
    }

    /** Names without a value stay as they are. */
    private String withStageVariables(String text) {
        return StageVariables.putInto(text, stageVariables);
    }

    /** The ARN or name inside of the address of an invocation; anything else is taken as such a name itself. */
    private static String lambda(String uri) {
        int start = uri.indexOf(FUNCTIONS);
        int end = uri.lastIndexOf('/');
        return start >= 0 && end > start + FUNCTIONS.length() - 1 && uri.endsWith(SUFFIX)
                ? uri.substring(start + FUNCTIONS.length(), end)
                : uri;
    }
}
