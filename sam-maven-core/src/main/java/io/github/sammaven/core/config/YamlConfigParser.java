package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 with the core schema, anchors and merge keys: {@code on} and {@code off} are text. One use each. */
final class YamlConfigParser {

    private static final Map<Tag, ScalarValue.Kind> KINDS = Map.of(
            Tag.BOOL, ScalarValue.Kind.BOOLEAN,
            Tag.INT, ScalarValue.Kind.INTEGER,
            Tag.FLOAT, ScalarValue.Kind.FLOAT,
            Tag.NULL, ScalarValue.Kind.NULL);

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Node, Optional<ConfigValue>> seen = new IdentityHashMap<>();

    YamlConfigParser(String file) {
        this.file = file;
    }

    /** The value of the file; an empty table if the file is empty. */
    ConfigValue parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            ConfigValue value =
                    root.map(this::value).orElseGet(() -> new TableValue(Map.of(), new SourceMark(file, 1, 1)));
            if (!problems.isEmpty()) {
                throw new InvalidOptionException(problems);
            }
            return value;
        } catch (MarkedYamlEngineException broken) {
            throw new InvalidOptionException(List.of(Problem.error(
                    broken.getProblemMark().map(this::mark).orElse(SourceMark.ofFile(file)),
                    "broken YAML: " + broken.getProblem())));
        } catch (YamlEngineException broken) {
            throw new InvalidOptionException(
                    List.of(Problem.error(SourceMark.ofFile(file), "broken YAML: " + broken.getMessage())));
        }
    }

    /** Aliases share one node, so each is converted once. */
    private ConfigValue value(Node node) {
        Optional<ConfigValue> known = seen.get(node);
        if (known != null) {
            return known.orElseThrow(() -> new InvalidOptionException(
                    List.of(Problem.error(mark(node), "this value contains itself through an alias"))));
        }
        seen.put(node, Optional.empty());
        ConfigValue value = convert(node);
        seen.put(node, Optional.of(value));
        return value;
    }

    private ConfigValue convert(Node node) {
        if (node instanceof SequenceNode sequence) {
            return new ListValue(sequence.getValue().stream().map(this::value).toList(), mark(node));
        }
        if (node instanceof MappingNode mapping) {
            return table(mapping);
        }
        String text = ((ScalarNode) node).getValue();
        ScalarValue.Kind kind = KINDS.getOrDefault(node.getTag(), ScalarValue.Kind.STRING);
        return switch (kind) {
            case NULL -> new ScalarValue(kind, "", mark(node));
            case BOOLEAN -> new ScalarValue(kind, text.toLowerCase(Locale.ROOT), mark(node));
            default -> new ScalarValue(kind, text, mark(node));
        };
    }

    private TableValue table(MappingNode mapping) {
        Map<String, TableValue.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode key)) {
                problems.add(Problem.error(mark(keyNode), "a key must be text"));
                continue;
            }
            TableValue.Entry entry = new TableValue.Entry(mark(key), value(tuple.getValueNode()));
            if (entries.put(key.getValue(), entry) != null) {
                problems.add(Problem.error(mark(key), "'" + key.getValue() + "' is given twice", "remove one of them"));
            }
        }
        return new TableValue(entries, mark(mapping));
    }

    private SourceMark mark(Node node) {
        return node.getStartMark().map(this::mark).orElse(SourceMark.ofFile(file));
    }

    private SourceMark mark(Mark mark) {
        return new SourceMark(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
