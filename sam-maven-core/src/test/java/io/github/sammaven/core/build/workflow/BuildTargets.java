package io.github.sammaven.core.build.workflow;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Functions and layers to build, for tests; the code is at {@code template.yaml:5:7}. */
public final class BuildTargets {

    private BuildTargets() {}

    public static BuildTarget function(String id, String runtime, Path code) {
        return new BuildTarget(
                id,
                false,
                local(code),
                runtime,
                "app.handler",
                Architecture.X86_64,
                Optional.empty(),
                MappingNode.of(Map.of()));
    }

    public static BuildTarget layer(String id, String method, Path code) {
        return new BuildTarget(
                id, true, local(code), "", "", Architecture.X86_64, Optional.of(method), MappingNode.of(Map.of()));
    }

    public static BuildTarget on(Architecture architecture, BuildTarget target) {
        return new BuildTarget(
                target.id(),
                target.layer(),
                target.code(),
                target.runtime(),
                target.handler(),
                architecture,
                target.method(),
                target.metadata());
    }

    public static BuildTarget with(String method, MappingNode metadata, BuildTarget target) {
        return new BuildTarget(
                target.id(),
                target.layer(),
                target.code(),
                target.runtime(),
                target.handler(),
                target.architecture(),
                Optional.of(method),
                metadata);
    }

    private static CodeSource.Local local(Path code) {
        return new CodeSource.Local(
                code.getFileName().toString(), code.toAbsolutePath(), new SourceMark("template.yaml", 5, 7));
    }
}
