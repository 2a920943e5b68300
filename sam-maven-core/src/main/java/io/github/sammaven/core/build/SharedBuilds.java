package io.github.sammaven.core.build;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.template.MappingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups targets that are the same but for their ids, so that one build serves all of them. */
final class SharedBuilds {

    private final BuildSetup setup;
    private final Map<Key, List<BuildTarget>> groups = new LinkedHashMap<>();

    /** What one build depends on; {@code own} is the id of a target that shares with none. */
    private record Key(
            WorkflowChoice choice,
            String own,
            boolean layer,
            Path code,
            String runtime,
            String handler,
            Architecture architecture,
            Optional<String> method,
            MappingNode metadata) {}

    SharedBuilds(BuildSetup setup) {
        this.setup = setup;
    }

    void add(PlannedArtifact.Built built) {
        BuildTarget target = built.target();
        Sharing sharing = built.choice().sharing();
        Key key = new Key(
                built.choice(),
                sharing == Sharing.NEVER ? target.id() : "",
                target.layer(),
                target.code().path(),
                target.runtime(),
                sharing == Sharing.ANY_HANDLER ? "" : target.handler(),
                target.architecture(),
                target.method(),
                target.metadata().without("SamResourceId"));
        groups.computeIfAbsent(key, first -> new ArrayList<>()).add(target);
    }

    /** In the order of their first targets. */
    List<TargetBuild> builds() {
        List<TargetBuild> builds = new ArrayList<>();
        groups.forEach((key, targets) -> builds.add(new TargetBuild(targets, key.choice(), setup)));
        return builds;
    }
}
