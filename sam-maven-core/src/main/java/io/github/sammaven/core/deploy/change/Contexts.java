package io.github.sammaven.core.deploy.change;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole resource before and after, for values that the service does not give one by one. Read when it is needed. */
final class Contexts {

    private final Optional<String> beforeText;
    private final Optional<String> afterText;
    private @Nullable Optional<JsonNode> before;
    private @Nullable Optional<JsonNode> after;

    Contexts(Optional<String> before, Optional<String> after) {
        this.beforeText = before;
        this.afterText = after;
    }

    Optional<String> before(String path) {
        if (before == null) {
            before = beforeText.flatMap(JsonDifference::document);
        }
        return before.flatMap(document -> at(document, path));
    }

    Optional<String> after(String path) {
        if (after == null) {
            after = afterText.flatMap(JsonDifference::document);
        }
        return after.flatMap(document -> at(document, path));
    }

    private static Optional<String> at(JsonNode document, String path) {
        return Optional.of(document.at(JsonPointer.compile(path)))
                .filter(node -> !node.isMissingNode())
                .map(JsonDifference::text);
    }
}
