package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares JSON with what it must contain: objects may have more members, arrays may not have more elements. */
final class JsonSubset {

    private final List<Problem> problems = new ArrayList<>();

    private JsonSubset() {}

    /** One problem for each difference, each with the JSON pointer of its place. */
    static List<Problem> differences(JsonNode expected, JsonNode actual) {
        JsonSubset comparison = new JsonSubset();
        comparison.compare("", expected, actual);
        return comparison.problems;
    }

    private void compare(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                String inner = pointer + "/" + escape(member.getKey());
                JsonNode value = actual.get(member.getKey());
                if (value == null) {
                    problems.add(Difference.missing(inner, member.getValue().toString()));
                } else {
                    compare(inner, member.getValue(), value);
                }
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (expected.isArray() && actual.isArray()) {
            problems.add(Difference.of(place(pointer), expected.size() + " elements", "" + actual.size()));
        } else if (!same(expected, actual)) {
            problems.add(Difference.of(place(pointer), expected.toString(), actual.toString()));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "answer" : pointer;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
