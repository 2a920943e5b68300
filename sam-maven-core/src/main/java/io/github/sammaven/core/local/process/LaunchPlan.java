package io.github.sammaven.core.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param command program and arguments
 * @param workingDirectory where it starts
 * @param environment what it needs besides the function's own variables, which win
 */
record LaunchPlan(List<String> command, Path workingDirectory, Map<String, String> environment) {

    LaunchPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
