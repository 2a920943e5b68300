package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;

/** Makes IAM policy documents. */
public final class PolicyDocument {

    public static final String VERSION = "2012-10-17";

    private PolicyDocument() {}

    /** A document with a {@code Version}. */
    public static MappingNode of(Node... statements) {
        return MappingNode.builder()
                .put("Version", VERSION)
                .put("Statement", SequenceNode.of(statements))
                .build();
    }

    /** A document as generated policies mostly have it: statements alone. */
    public static MappingNode withoutVersion(List<? extends Node> statements) {
        return MappingNode.of("Statement", SequenceNode.of(statements));
    }

    /** An entry of {@code Policies} of a role. */
    public static MappingNode named(String name, Node document) {
        return MappingNode.builder()
                .put("PolicyName", name)
                .put("PolicyDocument", document)
                .build();
    }

    /** Allows one action; the action is a single text, not a list. */
    public static MappingNode allow(String action, Node resource) {
        return allow(ScalarNode.string(action), resource);
    }

    /** Allows {@code action}, a text or a list of texts. */
    public static MappingNode allow(Node action, Node resource) {
        return MappingNode.builder()
                .put("Action", action)
                .put("Effect", "Allow")
                .put("Resource", resource)
                .build();
    }
}
