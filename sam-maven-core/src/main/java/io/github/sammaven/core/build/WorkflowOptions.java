package io.github.sammaven.core.build;

import io.github.sammaven.core.build.jvm.JavaOptions;
import io.github.sammaven.core.build.tool.ToolLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How code is built where there is a choice.
 *
 * @param java how Java is laid out
 * @param manifest requirements file of Python functions, instead of that in their folder
 * @param inSource whether make runs in the sources themselves
 * @param allowedSecrets names or patterns of files that look like secrets and may be part of an artifact
 * @param environment what tools inherit; its {@code PATH} is where they are looked for
 * @param log hears what tools say
 */
public record WorkflowOptions(
        JavaOptions java,
        Optional<Path> manifest,
        boolean inSource,
        List<String> allowedSecrets,
        Map<String, String> environment,
        ToolLog log) {

    public WorkflowOptions {
        allowedSecrets = List.copyOf(allowedSecrets);
        environment = Map.copyOf(environment);
    }

    /** What everybody gets who says nothing else. */
    public static WorkflowOptions defaults(Map<String, String> environment) {
        return new WorkflowOptions(
                JavaOptions.DEFAULT, Optional.empty(), false, List.of(), environment, (target, line) -> {});
    }
}
