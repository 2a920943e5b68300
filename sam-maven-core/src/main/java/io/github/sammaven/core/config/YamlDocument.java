package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.SourcePreservingWriter;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * YAML.
 *
 * @param file how messages name it
 */
record YamlDocument(String file, String text) implements ConfigDocument {

    private static final String FIRST_LINE = "version: 0.1\n";

    @Override
    public TableValue values() {
        ConfigValue value = new YamlConfigParser(file).parse(ConfigFileReader.withoutMark(text));
        return value instanceof TableValue table ? table : new TableValue(Map.of(), value.mark());
    }

    @Override
    public Optional<ConfigDocument> with(List<String> path, SavedValue value) {
        return with(root(), path, node(value))
                .map(changed -> new YamlDocument(file, new SourcePreservingWriter().write(text, changed)));
    }

    @Override
    public ConfigDocument withVersion() {
        if (text.isBlank()) {
            return new YamlDocument(file, text + FIRST_LINE);
        }
        ScalarNode version = new ScalarNode("0.1", ScalarKind.FLOAT, SourceMark.NONE);
        return new YamlDocument(file, new SourcePreservingWriter().write(text, root().with("version", version)));
    }

    private MappingNode root() {
        return new TemplateReader().parse(text, Path.of(file), file).root();
    }

    private static Optional<MappingNode> with(MappingNode table, List<String> path, Node value) {
        String key = path.get(0);
        if (path.size() == 1) {
            return Optional.of(table.with(key, value));
        }
        if (table.get(key).filter(child -> child.asMapping().isEmpty()).isPresent()) {
            return Optional.empty();
        }
        return with(table.mapping(key).orElseGet(() -> MappingNode.of(Map.of())), path.subList(1, path.size()), value)
                .map(child -> table.with(key, child));
    }

    private static Node node(SavedValue value) {
        if (value instanceof SavedValue.Flag flag) {
            return ScalarNode.bool(flag.value());
        }
        if (value instanceof SavedValue.Number number) {
            return ScalarNode.integer(number.value());
        }
        return value instanceof SavedValue.Items items
                ? SequenceNode.ofTexts(items.values().toArray(String[]::new))
                : ScalarNode.string(((SavedValue.Text) value).value());
    }
}
