package io.github.sammaven.core.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Builds the tree from JSON, with the positions of the file. One use each. */
final class JsonTreeParser {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String file;
    private final List<Problem> findings;
    private final TreeLimits limits = new TreeLimits();

    JsonTreeParser(String file, List<Problem> findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Whether text that starts with a brace is meant as JSON: a key in double quotes, or nothing, follows. A YAML flow
     * mapping with quoted keys that is not JSON is reported as broken JSON.
     */
    static boolean isJson(String text) {
        String body = text.stripLeading().substring(1).stripLeading();
        return body.startsWith("\"") || body.startsWith("}");
    }

    Node parse(String text) {
        try (JsonParser parser = parser(text)) {
            parser.nextToken();
            Node root = value(parser, 0);
            if (parser.nextToken() != null) {
                throw new InvalidTemplateException(
                        Problem.error(mark(parser.currentTokenLocation()), "text follows the end of the template"));
            }
            return root;
        } catch (JsonProcessingException broken) {
            throw new InvalidTemplateException(
                    Problem.error(mark(broken.getLocation()), "broken JSON: " + broken.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private Node value(JsonParser parser, int depth) throws IOException {
        SourceMark mark = mark(parser.currentTokenLocation());
        limits.checkDepth(depth, mark);
        limits.add(1, mark);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, depth, mark);
            case START_ARRAY -> array(parser, depth, mark);
            case VALUE_STRING -> ScalarNode.string(parser.getText(), mark);
            case VALUE_NUMBER_INT -> new ScalarNode(integer(parser.getText()), ScalarKind.INTEGER, mark);
            case VALUE_NUMBER_FLOAT -> new ScalarNode(ScalarResolver.decimal(parser.getText()), ScalarKind.FLOAT, mark);
            case VALUE_TRUE -> ScalarNode.bool(true, mark);
            case VALUE_FALSE -> ScalarNode.bool(false, mark);
            case VALUE_NULL -> ScalarNode.ofNull(mark);
            default -> throw new IllegalStateException("unexpected JSON token " + token);
        };
    }

    private static String integer(String text) {
        return text.equals("-0") ? "0" : text;
    }

    private Node object(JsonParser parser, int depth, SourceMark mark) throws IOException {
        MappingNode.Builder builder = MappingNode.builder(mark);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            SourceMark keyMark = mark(parser.currentTokenLocation());
            builder.markOf(key).ifPresent(first -> findings.add(DuplicateKeys.problem(key, first, keyMark)));
            parser.nextToken();
            builder.put(key, keyMark, value(parser, depth + 1));
        }
        return builder.build();
    }

    private Node array(JsonParser parser, int depth, SourceMark mark) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth + 1));
        }
        return new SequenceNode(items, mark);
    }

    private SourceMark mark(JsonLocation location) {
        return new SourceMark(file, location.getLineNr(), location.getColumnNr());
    }
}
