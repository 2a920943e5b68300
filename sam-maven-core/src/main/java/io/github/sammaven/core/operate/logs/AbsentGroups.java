package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.util.HashSet;
import java.util.Set;

/** Warns of each group that is not there, once. */
final class AbsentGroups {

    private final EventSink events;
    private final Set<String> known = new HashSet<>();

    AbsentGroups(EventSink events) {
        this.events = events;
    }

    void look(GroupEvents group) {
        LogSource source = group.source();
        if (group.isAbsent() && known.add(source.group())) {
            String who = source.kind() == LogSource.Kind.GROUP ? "" : source.label() + ": ";
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    who + "there is no log group " + source.group(),
                    source.kind().absence())));
        }
    }
}
