package io.github.sammaven.core.build.tool;

import io.github.sammaven.core.problem.SourceMark;

/**
 * What a tool is run for, as errors name it.
 *
 * @param target id of the function or layer
 * @param reason what asks for the tool: {@code Runtime python3.12}, {@code BuildMethod makefile}
 * @param mark where the code of the target is named
 */
public record ToolUse(String target, String reason, SourceMark mark) {}
