package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call should give. Objects may have more members than expected, arrays may not have more elements.
 *
 * @param json what the answer must contain; empty if any answer will do
 * @param errorType text the error's type must contain; empty if any will do
 * @param errorMessage text the error's message must contain; empty if any will do
 */
public record ExpectedOutcome(Optional<String> json, Optional<String> errorType, Optional<String> errorMessage) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHOWN = 200;

    /** The handler returns, with whatever. */
    public static final ExpectedOutcome SUCCESS =
            new ExpectedOutcome(Optional.empty(), Optional.empty(), Optional.empty());

    /** The handler returns something that contains this JSON. */
    public static ExpectedOutcome answer(String json) {
        return new ExpectedOutcome(Optional.of(json), Optional.empty(), Optional.empty());
    }

    /** The call fails with an error whose type and message contain these texts. */
    public static ExpectedOutcome error(String type, String message) {
        return new ExpectedOutcome(Optional.empty(), Optional.of(type), Optional.of(message));
    }

    private boolean expectsError() {
        return errorType.isPresent() || errorMessage.isPresent();
    }

    /**
     * Compares; empty if all is as expected.
     *
     * @return one problem for each difference, each with the JSON pointer of its place
     * @throws InvalidOptionException if the expectation itself is not JSON
     */
    public List<Problem> check(InvocationResult result) {
        List<Problem> problems = new ArrayList<>();
        if (expectsError() && result.functionError().isEmpty()) {
            problems.add(problem("expected an error, was " + shorten(result.payloadText())));
        } else if (!expectsError() && result.functionError().isPresent()) {
            problems.add(problem("expected an answer, was the error " + shorten(result.payloadText())));
        } else {
            Optional<JsonNode> actual = parse(result);
            errorType.ifPresent(type -> contains("errorType", type, actual, result.functionError(), problems));
            errorMessage.ifPresent(text -> contains("errorMessage", text, actual, Optional.empty(), problems));
            json.ifPresent(expected -> {
                JsonNode wanted = expectation(expected);
                if (actual.isPresent()) {
                    compare("", wanted, actual.get(), problems);
                } else {
                    problems.add(problem("expected JSON, was " + shorten(result.payloadText())));
                }
            });
        }
        return problems;
    }

    private static void contains(
            String member,
            String expected,
            Optional<JsonNode> actual,
            Optional<String> otherwise,
            List<Problem> problems) {
        String was = actual.map(node -> node.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .or(() -> otherwise)
                .orElse("");
        if (!was.contains(expected)) {
            problems.add(problem("/" + member + ": expected text with " + expected + ", was " + shorten(was)));
        }
    }

    private static void compare(String pointer, JsonNode expected, JsonNode actual, List<Problem> problems) {
        if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                String inner = pointer + "/" + escape(member.getKey());
                JsonNode value = actual.get(member.getKey());
                if (value == null) {
                    problems.add(problem(inner + ": expected " + shorten(member.getValue()) + ", is missing"));
                } else {
                    compare(inner, member.getValue(), value, problems);
                }
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i), problems);
            }
        } else if (expected.isArray() && actual.isArray()) {
            problems.add(problem(place(pointer) + ": expected " + expected.size() + " elements, was " + actual.size()));
        } else if (!same(expected, actual)) {
            problems.add(problem(place(pointer) + ": expected " + shorten(expected) + ", was " + shorten(actual)));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static Optional<JsonNode> parse(InvocationResult result) {
        try {
            JsonNode node = MAPPER.readTree(result.payload());
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode expectation(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidOptionException(
                    "The expected answer is not valid JSON: " + shorten(json), "Quote texts, also single words");
        }
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "answer" : pointer;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String shorten(JsonNode node) {
        return shorten(node.toString());
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Problem problem(String message) {
        return Problem.error(SourceMark.NONE, message);
    }
}
