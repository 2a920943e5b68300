package io.github.sammaven.core.build.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run of a program, without a shell.
 *
 * @param program the file to run
 * @param arguments given as they are
 * @param directory working directory
 * @param variables its whole environment
 */
public record ToolCommand(Path program, List<String> arguments, Path directory, Map<String, String> variables) {

    public ToolCommand {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }
}
