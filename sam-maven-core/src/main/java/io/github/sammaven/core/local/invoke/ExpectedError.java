package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The error a call must end with.
 *
 * @param type text its type must contain; empty if any will do
 * @param message text its message must contain; empty if any will do
 */
public record ExpectedError(Optional<String> type, Optional<String> message) {

    List<Problem> check(Optional<JsonNode> document, Optional<String> errorType) {
        List<Problem> problems = new ArrayList<>();
        type.ifPresent(text -> contains("errorType", text, document, errorType, problems));
        message.ifPresent(text -> contains("errorMessage", text, document, Optional.empty(), problems));
        return problems;
    }

    private static void contains(
            String member,
            String expected,
            Optional<JsonNode> document,
            Optional<String> otherwise,
            List<Problem> problems) {
        String was = document.map(node -> node.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .or(() -> otherwise)
                .orElse("");
        if (!was.contains(expected)) {
            problems.add(Difference.of("/" + member, "text with " + expected, was));
        }
    }
}
