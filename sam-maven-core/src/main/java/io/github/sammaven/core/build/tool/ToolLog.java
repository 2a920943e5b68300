package io.github.sammaven.core.build.tool;

/** Receives what tools say while they run, possibly from several threads at once. */
@FunctionalInterface
public interface ToolLog {

    /**
     * @param target id of the function or layer the tool is run for
     * @param line one line of its output, secrets masked
     */
    void line(String target, String line);
}
