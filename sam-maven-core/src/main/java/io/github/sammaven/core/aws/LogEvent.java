package io.github.sammaven.core.aws;

/**
 * One event of CloudWatch Logs.
 *
 * @param stream the log stream; for Lambda, one execution environment
 * @param timestamp when it happened, milliseconds since 1970
 * @param message as it was written, often with a line break at its end
 * @param ingestionTime when the service got it, milliseconds since 1970
 * @param id unique within the service
 */
public record LogEvent(String stream, long timestamp, String message, long ingestionTime, String id) {}
