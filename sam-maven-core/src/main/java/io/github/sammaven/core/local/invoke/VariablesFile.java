package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads files with environment variables: JSON, or lines of {@code NAME=value}. */
public final class VariablesFile {

    /** The key whose variables are for every function. */
    private static final String ALL = "Parameters";

    private final Path file;
    private final String shown;

    /** @param shown the path for messages */
    public VariablesFile(Path file, String shown) {
        this.file = file;
        this.shown = shown;
    }

    /**
     * Variables by function: {@code {"Parameters": {"NAME": "for all"}, "MyFunction": {"NAME": "for one"}}}. Lines of
     * {@code NAME=value} are for all.
     *
     * @throws InvalidOptionException if the file is missing, broken or empty
     */
    public GivenVariables byFunction() {
        String text = text();
        if (!isJson(text)) {
            return new GivenVariables(lines(text), Map.of(), Map.of());
        }
        Map<String, Map<String, String>> functions = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        object(text).properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                functions.put(entry.getKey(), variables(entry.getValue()));
            } else {
                problems.add(Problem.error(
                        SourceMark.ofFile(shown),
                        entry.getKey() + " must hold variables, it is " + kind(entry.getValue()),
                        "Write {\"" + ALL + "\": {\"" + entry.getKey() + "\": ...}} for a variable of all functions"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        Map<String, String> all = functions.remove(ALL);
        return new GivenVariables(all == null ? Map.of() : all, functions, Map.of());
    }

    /**
     * One set of variables: {@code {"NAME": "value"}}, or lines of {@code NAME=value}.
     *
     * @throws InvalidOptionException if the file is missing, broken or empty
     */
    public Map<String, String> flat() {
        String text = text();
        return isJson(text) ? variables(object(text)) : lines(text);
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new InvalidOptionException(
                    "The file " + shown + " with environment variables does not exist",
                    "Check the path; a relative one counts from the folder of the module");
        } catch (IOException e) {
            throw new SamException("The file " + shown + " cannot be read", "It must be UTF-8 text", e);
        }
    }

    private static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
    }

    private JsonNode object(String text) {
        try {
            JsonNode node = new ObjectMapper().readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw broken(SourceMark.ofFile(shown), "it is " + kind(node));
        } catch (JsonProcessingException e) {
            SourceMark mark = e.getLocation() == null
                    ? SourceMark.ofFile(shown)
                    : new SourceMark(
                            shown, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw broken(mark, e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static InvalidOptionException broken(SourceMark mark, String detail) {
        return new InvalidOptionException(List.of(Problem.error(
                mark,
                "This is not a JSON object with environment variables: " + detail,
                "Write {\"" + ALL + "\": {\"NAME\": \"value\"}}, or lines of NAME=value")));
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().toString().toLowerCase(Locale.ROOT);
    }

    /** What is neither text nor number has no form as a variable: as in SAM CLI it is empty. */
    private static Map<String, String> variables(JsonNode object) {
        Map<String, String> result = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> result.put(
                        entry.getKey(),
                        entry.getValue().isContainerNode() || entry.getValue().isNull()
                                ? ""
                                : entry.getValue().asText()));
        return result;
    }

    private Map<String, String> lines(String text) {
        Map<String, String> result = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replaceFirst("^export\\s+", "");
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1) {
                problems.add(Problem.error(
                        new SourceMark(shown, i + 1, 1), "this is neither JSON nor NAME=value", "Write NAME=value"));
            } else {
                result.put(
                        line.substring(0, equals).strip(),
                        value(line.substring(equals + 1).strip()));
            }
        }
        if (problems.isEmpty() && result.isEmpty()) {
            problems.add(Problem.error(
                    SourceMark.ofFile(shown), "there are no environment variables in it", "Write NAME=value"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return result;
    }

    /** Without its quotes; without them a comment may follow. */
    private static String value(String text) {
        for (String quote : List.of("\"", "'")) {
            int end = text.startsWith(quote) ? text.indexOf(quote, 1) : -1;
            if (end > 0) {
                return text.substring(1, end);
            }
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
