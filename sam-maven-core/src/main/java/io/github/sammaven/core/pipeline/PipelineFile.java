package io.github.sammaven.core.pipeline;

/**
 * A file for a CI server.
 *
 * @param path from the root of the project, with slashes
 * @param content text, lines end with a line feed
 */
public record PipelineFile(String path, String content) {}
