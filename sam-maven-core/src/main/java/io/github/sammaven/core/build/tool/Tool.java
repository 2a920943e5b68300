package io.github.sammaven.core.build.tool;

/**
 * A program a build may need.
 *
 * @param name what people call it
 * @param command its name on the search path, without an extension
 * @param howToGet one line: how it is installed on the common systems
 */
public record Tool(String name, String command, String howToGet) {}
