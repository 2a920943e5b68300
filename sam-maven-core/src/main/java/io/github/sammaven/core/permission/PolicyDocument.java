package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A policy as IAM takes it.
 *
 * @param statements in order, each Sid once
 */
public record PolicyDocument(List<Grant> statements) {

    /** IAM quota: characters of a managed policy, white space not counted. */
    public static final int MAX_MANAGED = 6_144;

    /** IAM quota: characters of all inline policies of a role together, white space not counted. */
    public static final int MAX_INLINE_OF_ROLE = 10_240;

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** The policies it takes to stay below {@code limit}; usually one. */
    public static List<PolicyDocument> split(List<Grant> grants, ArnValues values, int limit) {
        return new PolicySplit(values, limit).of(grants);
    }

    /** JSON, indented, a line feed at the end. */
    public String json(ArnValues values) {
        String text = new TemplateWriter().json(node(arn -> ScalarNode.string(values.fill(arn))));
        return text.endsWith("\n") ? text : text + "\n";
    }

    /** Characters as IAM counts them. */
    public int size(ArnValues values) {
        return (int) json(values)
                .chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();
    }

    /** @param arn what becomes of each ARN and each value of a condition */
    MappingNode node(Function<String, Node> arn) {
        return MappingNode.builder()
                .put("Version", "2012-10-17")
                .put(
                        "Statement",
                        SequenceNode.of(statements.stream()
                                .map(grant -> statement(grant, arn))
                                .toList()))
                .build();
    }

    static MappingNode statement(Grant grant, Function<String, Node> arn) {
        MappingNode.Builder statement = MappingNode.builder()
                .put("Sid", grant.sid())
                .put("Effect", "Allow")
                .put("Action", list(grant.actions(), ScalarNode::string))
                .put("Resource", list(grant.resources(), arn));
        grant.condition()
                .ifPresent(condition -> statement.put(
                        "Condition",
                        MappingNode.of(
                                condition.operator(), MappingNode.of(condition.key(), list(condition.values(), arn)))));
        return statement.build();
    }

    /** One value stands alone, as people write it; equal ones once. */
    private static Node list(List<String> texts, Function<String, Node> value) {
        List<Node> nodes = new ArrayList<>(texts.stream().map(value).distinct().toList());
        return nodes.size() == 1 ? nodes.get(0) : SequenceNode.of(nodes);
    }
}
