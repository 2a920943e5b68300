package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * What must be in the answer of a call.
 *
 * @param json what it must contain; objects may have more members, arrays may not have more elements
 * @param statusCode its {@code statusCode}, as functions behind an API give it
 * @param headers values of its {@code headers} or {@code multiValueHeaders}; names in any case
 */
public record ExpectedAnswer(Optional<String> json, OptionalInt statusCode, Map<String, String> headers) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Any answer will do. */
    public static final ExpectedAnswer ANY = new ExpectedAnswer(Optional.empty(), OptionalInt.empty(), Map.of());

    /** An answer that contains this JSON. */
    public static ExpectedAnswer containing(String json) {
        return new ExpectedAnswer(Optional.of(json), OptionalInt.empty(), Map.of());
    }

    /** @throws InvalidOptionException if what is expected is not JSON itself */
    public ExpectedAnswer {
        json.ifPresent(ExpectedAnswer::expectation);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether any answer will do. */
    public boolean isAny() {
        return equals(ANY);
    }

    /** One problem for each difference. */
    List<Problem> check(Optional<JsonNode> answer, String text) {
        List<Problem> problems = new ArrayList<>();
        if (isAny()) {
            return problems;
        }
        if (answer.isEmpty()) {
            problems.add(Difference.sentence("expected JSON, was " + Difference.shorten(text)));
            return problems;
        }
        statusCode.ifPresent(status -> {
            JsonNode actual = answer.get().path("statusCode");
            if (actual.isMissingNode()) {
                problems.add(Difference.missing("/statusCode", "" + status));
            } else if (!actual.asText().equals("" + status)) {
                problems.add(Difference.of("/statusCode", "" + status, actual.toString()));
            }
        });
        headers.forEach((name, value) -> header(name, value, answer.get(), problems));
        json.ifPresent(expected -> problems.addAll(JsonSubset.differences(expectation(expected), answer.get())));
        return problems;
    }

    private static void header(String name, String expected, JsonNode answer, List<Problem> problems) {
        List<String> values = new ArrayList<>();
        for (String member : List.of("headers", "multiValueHeaders")) {
            for (Map.Entry<String, JsonNode> header : answer.path(member).properties()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    values.addAll(values(header.getValue()));
                }
            }
        }
        String place = "header " + name;
        if (values.isEmpty()) {
            problems.add(Difference.missing(place, expected));
        } else if (!values.contains(expected) && !String.join(",", values).equals(expected)) {
            problems.add(Difference.of(
                    place,
                    expected,
                    String.join(", ", values.stream().distinct().toList())));
        }
    }

    private static List<String> values(JsonNode header) {
        return header.isArray()
                ? StreamSupport.stream(header.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(header.asText());
    }

    private static JsonNode expectation(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidOptionException(
                    "The expected answer is not valid JSON: " + Difference.shorten(json),
                    "Quote texts, also single words");
        }
    }
}
