package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.util.HashMap;
import java.util.Map;

/** Reads the change sets that belong to a change set, at any depth. One that cannot be read is a warning. */
final class NestedChangeSets {

    private final StackGateway gateway;
    private final EventSink sink;

    NestedChangeSets(StackGateway gateway, EventSink sink) {
        this.gateway = gateway;
        this.sink = sink;
    }

    ChangeTree read(ChangeSetDescription description) {
        Map<String, ChangeTree> nested = new HashMap<>();
        for (PlannedChange change : description.changes()) {
            change.nestedChangeSet().ifPresent(arn -> {
                // Before a nested stack is made its physical id may be anything but an ARN.
                String stack = change.physicalId().startsWith("arn:") ? change.physicalId() : "";
                try {
                    nested.put(change.logicalId(), read(gateway.describeChangeSet(new ChangeSetId(arn, stack))));
                } catch (SamException unreadable) {
                    sink.accept(new Warning(Problem.warning(
                            SourceMark.NONE,
                            "what changes in the nested stack " + change.logicalId() + " is not known: "
                                    + unreadable.problems().get(0).message(),
                            "")));
                }
            });
        }
        return new ChangeTree(description, nested);
    }
}
