package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an invocation must come to. Without either part it must only succeed.
 *
 * @param answer JSON the answer must contain: members given here must be there and equal, others are free; lists must
 *     have as many items
 * @param error text that the error's type or message must contain; the function must fail then
 */
public record ExpectedOutcome(Optional<JsonNode> answer, Optional<String> error) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param answer JSON text
     * @param owner how messages name the invocation
     * @throws InvalidOptionException if the answer is not JSON
     */
    public static ExpectedOutcome of(Optional<String> answer, Optional<String> error, String owner) {
        return new ExpectedOutcome(answer.map(text -> parse(text, owner)), error);
    }

    private static JsonNode parse(String text, String owner) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new InvalidOptionException(
                    owner + ": <expected> is not JSON: " + broken.getOriginalMessage(),
                    "text alone is a JSON string and needs double quotes");
        }
    }

    /** How {@code result} differs, a clause for each difference; empty if it is as expected. */
    public List<String> differences(InvocationResult result) {
        if (error.isPresent()) {
            return result.error()
                    .map(failure -> failure.toString().contains(error.get())
                            ? List.<String>of()
                            : List.of("expected an error with '" + error.get() + "', was " + failure))
                    .orElse(List.of("expected an error with '" + error.get() + "', but the function succeeded"));
        }
        if (result.error().isPresent()) {
            return List.of("the function failed: " + result.error().get());
        }
        List<String> found = new ArrayList<>();
        answer.ifPresent(expected -> compareText(expected, result.text(), found));
        return found;
    }

    private static void compareText(JsonNode expected, String actual, List<String> found) {
        try {
            compare("", expected, JSON.readTree(actual), found);
        } catch (JsonProcessingException notJson) {
            found.add("the answer is not JSON");
        }
    }

    private static void compare(String pointer, JsonNode expected, JsonNode actual, List<String> found) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties().forEach(member -> {
                String below = pointer + "/" + member.getKey();
                if (actual.has(member.getKey())) {
                    compare(below, member.getValue(), actual.get(member.getKey()), found);
                } else {
                    found.add(below + ": expected " + member.getValue() + ", but it is missing");
                }
            });
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i), found);
            }
        } else if (!isEqual(expected, actual)) {
            found.add((pointer.isEmpty() ? "the answer" : pointer) + ": expected " + expected + ", was " + actual);
        }
    }

    /** Numbers are equal by value: 200 and 200.0 are the same in JSON. */
    private static boolean isEqual(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }
}
