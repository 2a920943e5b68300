package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events of a log group are wanted.
 *
 * @param group name or ARN of the log group
 * @param pattern CloudWatch filter pattern
 * @param from first time, inclusive
 * @param to last time, inclusive; empty for whatever comes
 */
public record LogQuery(String group, Optional<String> pattern, Instant from, Optional<Instant> to) {}
