package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement that allows something.
 *
 * @param action a text or a list of texts
 * @param resources texts in which parameters may stand
 * @param listed whether a single resource is written as a list
 * @param condition what must hold, if something must
 */
record StatementTemplate(Node action, List<TemplateText> resources, boolean listed, Optional<Requirement> condition) {

    /** {@code operator: {key: value}}. */
    record Requirement(String operator, String key, TemplateText value) {}

    /** @param values by name of the parameter in lower case */
    MappingNode filled(Map<String, Node> values) {
        List<Node> filled =
                resources.stream().map(resource -> resource.filled(values)).toList();
        MappingNode.Builder statement = MappingNode.builder()
                .put("Action", action)
                .put("Effect", "Allow")
                .put("Resource", filled.size() == 1 && !listed ? filled.get(0) : SequenceNode.of(filled));
        condition.ifPresent(required -> statement.put(
                "Condition",
                MappingNode.of(
                        required.operator(),
                        MappingNode.of(required.key(), required.value().filled(values)))));
        return statement.build();
    }

    /** Collects the lines of a statement. */
    static final class Builder {

        private final List<Node> actions = new ArrayList<>();
        private final List<TemplateText> resources = new ArrayList<>();
        private boolean oneAction;
        private boolean listed;
        private Optional<Requirement> condition = Optional.empty();

        void line(List<String> words) {
            switch (words.get(0)) {
                case "allow" -> actions(words.subList(1, words.size()));
                case "allow-one" -> {
                    oneAction = true;
                    actions(words.subList(1, words.size()));
                }
                case "on" -> resources.add(TemplateText.of(words.get(1)));
                case "on-list" -> {
                    listed = true;
                    resources.add(TemplateText.of(words.get(1)));
                }
                case "if" ->
                    condition = Optional.of(new Requirement(words.get(1), words.get(2), TemplateText.of(words.get(3))));
                default -> actions(words);
            }
        }

        private void actions(List<String> names) {
            names.forEach(name -> actions.add(ScalarNode.string(name)));
        }

        StatementTemplate build() {
            return new StatementTemplate(
                    oneAction ? actions.get(0) : SequenceNode.of(actions), List.copyOf(resources), listed, condition);
        }
    }
}
