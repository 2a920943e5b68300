package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements of {@code x-amazon-apigateway-policy} while they are added. */
final class PolicySection {

    static final String SECTION = "x-amazon-apigateway-policy";
    private static final String STATEMENT = "Statement";

    private final MappingNode written;
    private final List<Node> statements;
    private final Set<Node> known;
    private boolean list;
    private boolean changed;

    PolicySection(MappingNode written) {
        this.written = written;
        Node existing = BlankValue.given(written, STATEMENT).orElseGet(() -> SequenceNode.of(List.of()));
        list = existing.asSequence().isPresent();
        statements =
                new ArrayList<>(existing.asSequence().map(SequenceNode::items).orElseGet(() -> List.of(existing)));
        known = new HashSet<>(statements);
    }

    /** Adds a statement. A single one is not put into a list. */
    void add(Node statement) {
        list = !statements.isEmpty();
        statements.add(statement);
        known.add(statement);
        changed = true;
    }

    /** Adds what everyone may do and the exception from it, unless they are there. */
    void addRestriction(MappingNode allowed, MappingNode denied) {
        addMissing(List.of(allowed, denied));
        list = true;
    }

    /** Adds statements as written; if there are none yet, in the form they are written. */
    void addCustom(Node custom) {
        List<Node> given = custom.asSequence().map(SequenceNode::items).orElseGet(() -> List.of(custom));
        if (statements.isEmpty()) {
            statements.addAll(given);
            known.addAll(given);
            list = custom.asSequence().isPresent();
            changed = true;
        } else {
            addMissing(given);
            list = true;
        }
    }

    private void addMissing(List<? extends Node> more) {
        more.stream().filter(known::add).forEach(statements::add);
        changed = true;
    }

    /** The section as it is now. */
    MappingNode section() {
        if (!changed) {
            return written;
        }
        Node value = list ? SequenceNode.of(statements) : statements.get(0);
        return written.with("Version", ScalarNode.string("2012-10-17")).with(STATEMENT, value);
    }
}
