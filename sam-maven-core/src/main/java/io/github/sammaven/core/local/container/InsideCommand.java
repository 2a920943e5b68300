package io.github.sammaven.core.local.container;

import java.util.List;
import java.util.Map;

/**
 * A program to start in a running container.
 *
 * @param words program and arguments
 * @param variables beside those of the container
 * @param takesInput whether something will be written to it; an engine tells its end only when the input has ended too
 */
public record InsideCommand(List<String> words, Map<String, String> variables, boolean takesInput) {

    public InsideCommand {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }
}
