package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the lines of one thing that a connector allows. */
final class ConnectorStatement {

    private final List<Node> actions = new ArrayList<>();
    private final List<Node> resources = new ArrayList<>();
    private Optional<Node> service = Optional.empty();
    private Optional<Node> condition = Optional.empty();
    private Optional<Node> sourceArn = Optional.empty();
    private Optional<Node> sourceAccount = Optional.empty();

    void line(List<String> words) {
        switch (words.get(0)) {
            case "allow" -> actions(words.subList(1, words.size()));
            case "by" -> service = text(words.get(1));
            case "on" -> resources.add(ScalarNode.string(words.get(1)));
            case "if" ->
                condition = Optional.of(
                        MappingNode.of(words.get(1), MappingNode.of(words.get(2), ScalarNode.string(words.get(3)))));
            case "source" -> sourceArn = text(words.get(1));
            case "account" -> sourceAccount = text(words.get(1));
            default -> actions(words);
        }
    }

    private void actions(List<String> names) {
        names.forEach(name -> actions.add(ScalarNode.string(name)));
    }

    private static Optional<Node> text(String word) {
        return Optional.of(ScalarNode.string(word));
    }

    MappingNode build(ConnectorKind kind) {
        return switch (kind) {
            case ROLE_POLICY ->
                MappingNode.builder()
                        .put("Effect", "Allow")
                        .put("Action", SequenceNode.of(actions))
                        .put("Resource", SequenceNode.of(resources))
                        .build();
            case QUEUE_POLICY, TOPIC_POLICY ->
                MappingNode.builder()
                        .put("Effect", "Allow")
                        .put("Principal", service.map(name -> MappingNode.of("Service", name)))
                        .put("Action", actions.get(0))
                        .put("Resource", resources.get(0))
                        .put("Condition", condition)
                        .build();
            case LAMBDA_PERMISSION ->
                MappingNode.builder()
                        .put("Action", actions.get(0))
                        .put("Principal", service)
                        .put("SourceArn", sourceArn)
                        .put("SourceAccount", sourceAccount)
                        .build();
        };
    }
}
